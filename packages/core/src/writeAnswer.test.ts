import { plainText, type Tree } from '@handrail/content';
import { manualClock } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { createAbort } from './abort.js';
import type { ResponseLike } from './environment.js';
import { writeAnswer } from './writeAnswer.js';

const SOURCE = { article: 'returns', title: 'Returns', by: 'model' };
const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
const text = (words: string) => event({ type: 'text', tree: [{ t: 'p', c: [words] }] });
const end = (result: string) => event({ type: 'end', result, sources: result === 'answered' ? [SOURCE] : [] });

/** A response in these pieces; an error in place of one breaks it there. */
function response(pieces: readonly (string | Error)[], more: Partial<ResponseLike> = {}): ResponseLike {
  const encoder = new TextEncoder();
  const left = [...pieces];
  return {
    ok: true,
    status: 200,
    headers: { get: () => null },
    json: async () => ({ error: { code: 'rate_limited', message: 'Too many.', retryable: true } }),
    arrayBuffer: async () => encoder.encode(pieces.join('')).buffer as ArrayBuffer,
    body: {
      getReader: () => ({
        async read() {
          const next = left.shift();
          if (next instanceof Error) throw next;
          return next === undefined ? { done: true } : { done: false, value: encoder.encode(next) };
        },
        cancel: async () => {},
      }),
    },
    ...more,
  };
}

function write(answer: ResponseLike, turns: { by: 'visitor' | 'bot'; text: string }[] = []) {
  const told: string[] = [];
  const sent: { url: string; init: { headers?: Record<string, string>; body?: string } | undefined }[] = [];
  const written = writeAnswer(
    {
      environment: {
        ...manualClock(),
        fetch: async (url, init) => {
          sent.push({ url, init });
          return answer;
        },
      },
      server: 'https://help.example',
      site: 'demo',
      locale: 'en',
      id: 'id-1',
      token: 'hv_1',
      turns,
      tell: (tree: Tree) => void told.push(plainText(tree)),
      giveUp: createAbort(),
    },
    { type: 'write', text: 'Can I return it?', passages: [{ article: 'returns', section: 'how' }] },
  );
  return { written, told, sent };
}

test('what comes is told as it comes, wherever the pieces end', async () => {
  const whole = `${text('One.')}${text('One. Two.')}${end('answered')}`;
  for (const size of [1, 9, whole.length]) {
    const pieces = whole.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
    const { written, told } = write(response(pieces));
    expect(await written).toMatchObject({ result: 'answered', sources: [SOURCE] });
    expect(told).toEqual(['One.', 'One. Two.']);
  }
});

test('the question goes with what was said before it, as the customer who is known', async () => {
  const turns = Array.from({ length: 9 }, (_, n) => ({
    by: n % 2 ? ('bot' as const) : ('visitor' as const),
    text: `${n}`,
  }));
  const { written, sent } = write(response([end('refused')]), turns);
  expect(await written).toMatchObject({ result: 'refused', sources: [], tree: [] });
  const [{ url, init }] = sent as [(typeof sent)[number]];
  expect([url, init?.headers?.authorization]).toEqual(['https://help.example/api/v1/answers', 'Bearer hv_1']);
  const { before, ...asked } = JSON.parse(init?.body ?? '{}');
  expect(asked).toEqual({
    site: 'demo',
    id: 'id-1',
    locale: 'en',
    text: 'Can I return it?',
    passages: [{ article: 'returns', section: 'how' }],
  });
  expect(before.map((one: { text: string }) => one.text)).toEqual(['2', '3', '4', '5', '6', '7']);
});

test('a runtime that gives answers whole gets it whole', async () => {
  const { written, told } = write(response([text('One.'), end('answered')], { body: null }));
  expect([(await written).result, told]).toEqual(['answered', ['One.']]);
});

test('what was told stands when the line breaks; without a word it has failed', async () => {
  expect((await write(response([text('One.'), new Error('cut')])).written).result).toBe('answered');
  await expect(write(response([new Error('cut')])).written).rejects.toThrow('cut');
  expect((await write(response([])).written).result).toBe('failed');
});

test('a refusal of the server keeps its code', async () => {
  await expect(write(response([], { ok: false, status: 429 })).written).rejects.toMatchObject({ code: 'rate_limited' });
});
