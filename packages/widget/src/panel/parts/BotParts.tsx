import { plainText } from '@handrail/content';
import type { MessageItem } from '@handrail/core';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { keepEnd } from '../keepEnd.js';
import { BotFields } from './BotFields.js';
import { Card } from './Card.js';
import { Cards } from './Cards.js';
import { Scale } from './Scale.js';

/** What stands below the text of the bot and is fetched when it is needed: cards, and a form or a scale while it can be answered. */
export function BotParts({ item, open }: { item: MessageItem; open: boolean }) {
  const parts = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => keepEnd(parts.current), []);
  return (
    <div ref={parts}>
      {item.card ? <Card card={item.card} /> : null}
      {item.cards ? <Cards cards={item.cards} question={questionOf(item)} open={open} /> : null}
      {open && item.scale ? <Scale scale={item.scale} question={item.text} /> : null}
      {open && item.fields ? <BotFields fields={item.fields} /> : null}
    </div>
  );
}

/** What was said above the cards; the text of the turn has their words too. */
const questionOf = ({ tree, text }: MessageItem) => (tree ? plainText(tree) : (text.split('\n')[0] ?? ''));
