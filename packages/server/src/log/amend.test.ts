import { expect, test } from 'vitest';
import { createDrafts } from '../store/contractDrafts.js';
import { amend } from './amend.js';
import type { NewEvent } from './project.js';

const drafts = createDrafts();
const { id: own, sender } = drafts.answers('x');
const place = { conversation: drafts.conversation, rev: 7, at: 1, sender };
const message = (body: object): NewEvent =>
  ({ ...place, id: own, seq: 3, kind: 'message', body }) as unknown as NewEvent;
const edit = { ...place, id: drafts.id(), seq: 4, kind: 'edited', body: { message: own, text: 'a', messageSeq: 3 } };

test('a draft of another kind amends nothing', () => {
  expect(amend(drafts.answers('a'), () => [], 5)).toBeNull();
});

test('an edit keeps what came with the message, and empties earlier edits', () => {
  const before = message({ text: 'a', files: ['f'], attachments: [{ id: 'f' }] });
  const got = amend(drafts.edits(own, 'b'), () => [before, edit as NewEvent], 5);
  expect(got).toMatchObject({ messageSeq: 3, released: [] });
  expect(got && 'rewritten' in got && got.rewritten.map(({ seq, body }) => [seq, body])).toEqual([
    [3, { text: 'b', files: ['f'], attachments: [{ id: 'f' }], tree: [{ t: 'p', c: ['b'] }], edited: 5 }],
    [4, { message: own, messageSeq: 3 }],
  ]);
});

test('a deletion leaves when, and releases the files', () => {
  const before = message({ text: 'a', source: { article: 'x' }, files: ['f'], attachments: [{ id: 'f' }], edited: 4 });
  const got = amend(drafts.deletes(own), () => [before], 5);
  expect(got).toMatchObject({ rewritten: [{ seq: 3, body: { text: '', deleted: 5 } }], released: ['f'] });
  expect(JSON.stringify(got)).not.toContain('article');
});

test('what is not there, no message, or gone already is refused in the same words', () => {
  const note = { ...place, id: own, seq: 3, kind: 'note', body: { text: 'a' } } as unknown as NewEvent;
  for (const versions of [[], [note], [message({ text: '', deleted: 4 })]])
    expect(amend(drafts.edits(own, 'b'), () => versions, 5)).toMatchObject({
      code: 'not_found',
      message: `No message ${own} of this sender is there.`,
      path: '/body/message',
    });
});
