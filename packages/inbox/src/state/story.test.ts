import type { Attribute, Conversation } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { id } from '../../test/ids.js';
import type { Text } from '../text/createText.js';
import { knownName, visitorName } from './naming.js';
import { wholeStory } from './story.js';

const conversation = id(1);
const said = { name: 'cart', value: '3 items', verified: false };
const signed = { name: 'id', value: 'customer-7', verified: true };
const page = { url: 'https://shop.example/', title: 'Shop' };

function shown(attributes: Attribute[], isIdentified: boolean) {
  const story = { page, locale: 'en', transcript: [], searches: [], articles: [], attributes };
  const place = (seq: number) => ({ id: id(seq), conversation, seq, at: seq });
  const started = { ...place(1), sender: { kind: 'visitor', id: 'v1' }, kind: 'started', body: { story } };
  const body = { visitor: 'p1', attributes: [signed] };
  const identified = { ...place(2), sender: { kind: 'system', id: 'identity' }, kind: 'identified', body };
  const events = isIdentified ? [started, identified] : [started];
  return wholeStory({ id: conversation, record: null, events } as never)?.now.attributes;
}

test('a customer who signed in after the story was told is known, and what the page said stays unverified', () => {
  expect(shown([said], false)).toEqual([said]);
  expect(shown([said], true)).toEqual([signed, said]);
  expect(shown([signed, said], true)).toEqual([signed, said]);
});

test('the name a site vouches for goes before the one that was typed', () => {
  const text = { t: (key: string) => key } as unknown as Text;
  const record = { visitor: 'v-0001', name: 'The boss' } as Conversation;
  const { name: _none, ...nameless } = record;
  expect([knownName(record), visitorName(nameless as Conversation, text)]).toEqual(['The boss', 'visitor']);
  const known = { ...record, identified: { id: 'customer-7', name: 'Ana Costa' } };
  expect(visitorName(known, text)).toBe('Ana Costa');
});
