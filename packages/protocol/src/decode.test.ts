import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDecoder } from './decode.js';
import { CLIENT_FRAMES } from './frames/client.js';
import { BODIES } from './records/event.js';

interface Valid {
  name: string;
  text: string;
}

interface Invalid extends Valid {
  code: string;
  path?: string;
  id?: string;
  conversation?: string;
}

const vectors = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8')) as T[];
const valid = vectors<Valid>('valid');
const invalid = vectors<Invalid>('invalid');
const { decode } = createDecoder();
const id = '018bcfe5-6800-7000-8000-000000000001';

test.each(valid)('valid: $name', ({ text }) => {
  expect(decode(text)).toEqual({ ok: true, frame: JSON.parse(text) });
});

test.each(invalid)('invalid: $name', ({ text, code, path, id, conversation }) => {
  const decoded = decode(text);
  if (decoded.ok) throw new Error('was accepted');
  const { problem } = decoded;
  expect({ code: problem.code, path: problem.path, id: decoded.id, conversation: decoded.conversation }).toEqual({
    code,
    path,
    id,
    conversation,
  });
  expect(problem.expected).not.toBe('');
  expect(problem.expected).toBeTypeOf('string');
  expect(problem.got).toBeTypeOf('string');
  expect(problem.got?.length).toBeLessThanOrEqual(200);
});

test('every frame kind and every kind of event has two valid vectors', () => {
  const frames = valid.map(({ text }) => JSON.parse(text) as { t: string; kind?: string });
  for (const kind of Object.keys(CLIENT_FRAMES)) {
    expect(frames.filter(({ t }) => t === kind).length, kind).toBeGreaterThanOrEqual(2);
  }
  for (const kind of Object.keys(BODIES)) {
    expect(frames.filter(frame => frame.kind === kind).length, kind).toBeGreaterThanOrEqual(2);
  }
  expect(invalid.length).toBeGreaterThanOrEqual(40);
});

const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;

test.each([
  ['kind', `{"t":${deep}}`],
  ['unknown field', `{"t":"ping","x":${deep}}`],
  ['kind of event', `{"t":"send","kind":${deep}}`],
  ['body', `{"t":"send","kind":"message","body":{"text":${deep}}}`],
  ['whole frame', deep],
])('nesting deeper than the stack is refused, not thrown: %s', (_, text) => {
  expect(decode(text)).toMatchObject({ ok: false });
});

test('a huge key or value is not sent back at length', () => {
  const key = 'k'.repeat(50_000);
  const decoded = decode(JSON.stringify({ t: 'marks', conversation: key, delivered: 1, read: 0, [key]: key }));
  expect(JSON.stringify(decoded).length).toBeLessThan(1_000);
});

test('an accepted frame has not touched the prototypes', () => {
  decode('{"t":"ping","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('mutated valid frames never throw', () => {
  const junk = [null, 1, -1, 1.5, '', 'x', true, [], {}, [[]], { t: 'ping' }, 'x'.repeat(300)];
  for (const { text } of valid) {
    const frame = JSON.parse(text) as Record<string, unknown>;
    for (const key of Object.keys(frame)) {
      for (const value of junk) {
        const decoded = decode(JSON.stringify({ ...frame, [key]: value }));
        if (!decoded.ok) expect(decoded.problem.message).not.toBe('');
      }
    }
  }
  expect(decode(JSON.stringify({ t: 'ping', id }))).toMatchObject({ ok: false, id });
});
