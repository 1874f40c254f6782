import { createDecoder } from '@handrail/protocol/decode';
import { explain, SERVER_FRAMES } from '@handrail/protocol/schema';
import { expect, test } from 'vitest';
import { countedIds } from './fixtures.js';
import { filled, fits, type Names, readTranscripts } from './transcript.js';

const transcripts = readTranscripts();
const { decode } = createDecoder();
const KNOWN = {
  $site: 'demo',
  $token: 'hv_token-of-a-person',
  $again: 'hv_another-token-of-it',
  $stranger: 'hv_token-of-a-stranger',
  $epoch: 'epoch-1',
  $visitor: 'v1',
};

test('every transcript has a name of its own', () => {
  expect(new Set(transcripts.map(one => one.name)).size).toBe(transcripts.length);
});

test.each(transcripts)('frames are what the schemas say: $name', ({ lines }) => {
  const newId = countedIds();
  const names: Names = new Map(Object.entries(KNOWN));
  for (const line of lines) {
    if (line.raw !== undefined) expect(decode(line.raw).ok, line.raw).toBe(false);
    if (line.client) {
      const frame = filled({ ...line.client, ...line.sends }, names, newId);
      expect(decode(JSON.stringify(frame)), JSON.stringify(frame)).toMatchObject({ ok: line.wrong !== true });
    }
    const said = line.server ?? line.also;
    if (said) {
      const frame = filled(said, names, newId);
      const schema = SERVER_FRAMES[said.t as keyof typeof SERVER_FRAMES];
      expect(explain(schema, frame, 1), JSON.stringify(frame)).toEqual([]);
      expect(fits(said, frame, names), `its own example: ${JSON.stringify(frame)}`).toBe(true);
    }
  }
});

test('a frame that says something else does not fit', () => {
  const names: Names = new Map([['$c', 'c-1']]);
  expect(fits({ t: 'ack', conversation: '$c', seq: 2 }, { t: 'ack', conversation: 'c-1', seq: 2, at: 5 }, names)).toBe(
    true,
  );
  expect(fits({ seq: 2 }, { seq: 3 }, names)).toBe(false);
  expect(fits({ conversation: '$c' }, { conversation: 'c-2' }, names)).toBe(false);
  expect(fits({ events: [] }, { events: [1] }, names)).toBe(false);
  expect(fits({ at: '?time' }, { at: 'noon' }, names)).toBe(false);
  expect(fits('?event $c 2 one', { conversation: 'c-1', seq: 2, kind: 'message', body: { text: 'two' } }, names)).toBe(
    false,
  );
});
