import type { Conversation } from '@handrail/protocol';
import type { Text } from '../text/createText.js';

/** What to call a customer: the name they gave, or a number that stays the same. */
export function visitorName(record: Conversation, text: Text): string {
  return record.name ?? text.t('visitor', { number: record.visitor.slice(-4) });
}
