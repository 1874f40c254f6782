import type { Conversation } from '@handrail/protocol';
import type { Text } from '../text/createText.js';

/** The name the customer's site vouches for, else the one they gave. */
export function knownName({ identified, name }: Conversation): string | undefined {
  return identified?.name ?? name;
}

/** What to call a customer: their name, or a number that stays the same. */
export function visitorName(record: Conversation, text: Text): string {
  return knownName(record) ?? text.t('visitor', { number: record.visitor.slice(-4) });
}
