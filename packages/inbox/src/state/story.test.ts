import { aConversation, anEvent, aStory, countedIds, NOON, SENDERS } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { createText } from '../text/createText.js';
import { knownName, visitorName } from './naming.js';
import { wholeStory } from './story.js';

const id = countedIds()();
const said = { name: 'cart', value: '3 items', verified: false };
const signed = { name: 'id', value: 'customer-7', verified: true };

function storyOf(attributes: (typeof said)[], identified: boolean) {
  const started = anEvent(id, 1, 'started', { story: aStory({ attributes }) });
  const base = { id: 'identified-2', conversation: id, seq: 2, at: NOON, sender: SENDERS.system };
  const known = { ...base, kind: 'identified', body: { visitor: 'p1', attributes: [signed] } } as const;
  const events = identified ? [started, known] : [started];
  return wholeStory({ id, record: aConversation(id), events } as never)?.now.attributes;
}

test('a customer who signed in after the story was told is known, and what the page said stays unverified', () => {
  expect(storyOf([said], false)).toEqual([said]);
  expect(storyOf([said], true)).toEqual([signed, said]);
  expect(storyOf([signed, said], true)).toEqual([signed, said]);
});

test('the name a site vouches for goes before the one that was typed', () => {
  const text = createText({ locale: 'en', words: {} as never } as never);
  const record = aConversation(id, { name: 'The boss' });
  expect([knownName(aConversation(id)), knownName(record)]).toEqual([undefined, 'The boss']);
  const known = { ...record, identified: { id: 'customer-7', name: 'Ana Costa' } };
  expect(visitorName(known, text)).toBe('Ana Costa');
});
