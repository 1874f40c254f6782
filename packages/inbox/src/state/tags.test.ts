import type { Conversation, Send } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { completions, tagged, tagsInUse, tagsToBe } from './tags.js';

const record = (tags?: string[]) => ({ id: 'c1', ...(tags ? { tags } : {}) }) as Conversation;
const writes = (body: object, conversation = 'c1', refused?: object) => ({
  frame: { t: 'send', kind: 'context', conversation, body } as Send,
  ...(refused ? { refused } : {}),
});

test('tags in use: the most used first, then by the alphabet', () => {
  expect(tagsInUse([record(['b', 'c']), record(), record(['c', 'a'])])).toEqual(['c', 'a', 'b']);
});

test('what begins with the words is offered before what holds them, and nothing twice', () => {
  const inUse = ['late return', 'Returns', 'gold', 'return label'];
  expect(completions(' RETURN', inUse, [])).toEqual(['Returns', 'return label', 'late return']);
  expect(completions('return', inUse, ['Returns'])).toEqual(['return label', 'late return']);
  expect(completions('', [...'abcdefghij'], ['a'])).toEqual([...'bcdefghi']);
});

test('what is on its way counts, in its order; what was refused and what is of others does not', () => {
  expect(
    tagsToBe(record(['a', 'b']), [
      writes({ addTags: ['c'] }),
      writes({ removeTags: ['a', 'c'] }),
      writes({ addTags: ['c'] }),
      writes({ addTags: ['d'] }, 'c1', { code: 'forbidden' }),
      writes({ addTags: ['e'] }, 'c2'),
    ]),
  ).toEqual(['b', 'c']);
});

test('a list by tag', () => {
  const [gold, none] = [record(['gold']), record()];
  expect([tagged([gold, none], 'gold'), tagged([gold, none], null)]).toEqual([[gold], [gold, none]]);
});
