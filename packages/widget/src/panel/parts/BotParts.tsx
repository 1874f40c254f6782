import type { MessageItem } from '@handrail/core';
import { BotFields } from './BotFields.js';
import { Card } from './Card.js';

/** What stands below the text of the bot and is fetched when it is needed: a card, and a form while it can be filled in. */
export function BotParts({ item, open }: { item: MessageItem; open: boolean }) {
  return (
    <>
      {item.card ? <Card card={item.card} /> : null}
      {open && item.fields ? <BotFields fields={item.fields} /> : null}
    </>
  );
}
