import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompiledFiles, compile } from './compile/compile.js';
import { loadKnowledge } from './knowledge.js';

const nouns = ['battery', 'invoice', 'parcel', 'refund', 'saddle', 'helmet', 'brake', 'display', 'charger', 'voucher'];
const verbs = ['replace', 'download', 'track', 'request', 'adjust', 'wash', 'tighten', 'reset', 'store', 'redeem'];
/** Words no other article has, so that the index is large enough for several shards. */
const serials = (n: number, v: number) =>
  Array.from({ length: 40 }, (_, k) => `${String.fromCharCode(97 + ((n * 7 + v * 3 + k) % 26))}x${n}${v}${k}`).join(
    ' ',
  );
const articles = nouns.flatMap((noun, n) =>
  verbs.map((verb, v) => ({
    id: `${verb}-${noun}`,
    title: `How to ${verb} the ${noun}`,
    summary: `All about the ${noun} and how you ${verb} it.`,
    body: `Take the ${noun}, model ${serials(n, v)}, and ${verb} it with care.\n\n## When it fails\n\nAsk ${nouns[(n + 1) % 10]} support.`,
  })),
);
const compiled = compile(articles);

function readerOf(files: CompiledFiles, spoil: (path: string, content: Uint8Array | string) => Uint8Array | string) {
  return async (path: string) => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`${path}: answered 404`);
    return spoil(path, content);
  };
}

const bytesOf = (content: Uint8Array | string) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();

test('a missing shard leaves its words out of the answer and is named', async () => {
  const files = await compiled;
  const shards = [...files.keys()].filter(path => path.includes('/terms/'));
  expect(shards.length).toBeGreaterThan(1);
  const lost = shards[shards.length - 1] ?? '';
  const knowledge = await loadKnowledge(
    readerOf(files, (path, content) => {
      if (path === lost) throw new Error(`${path}: answered 404`);
      return content;
    }),
  );
  const found = await knowledge.find('battery zzzz', { prefix: false });
  expect(found.hits.length).toBeGreaterThan(0);
  expect(found.missing).toEqual([`${lost}: answered 404`]);
  expect((await knowledge.find('battery', { prefix: false })).missing).toEqual([]);
});

test('without the words for typos a mistyped word is unknown, and the file is named', async () => {
  const files = await compiled;
  const knowledge = await loadKnowledge(
    readerOf(files, (path, content) => {
      if (path.startsWith('en/words/')) throw new Error(`${path}: answered 404`);
      return content;
    }),
  );
  const found = await knowledge.find('battery xoucher', { prefix: false });
  expect(found.hits.length).toBeGreaterThan(0);
  expect(found.corrected).toBeNull();
  expect(found.missing.every(sentence => /^en\/words\/\d+\.\w{4}\.bin: answered 404$/.test(sentence))).toBe(true);
  expect(found.missing).not.toEqual([]);
  const whole = await loadKnowledge(readerOf(files, (_, content) => content));
  expect((await whole.find('battery xoucher', { prefix: false })).corrected).toBe('battery voucher');
});

test('when nothing can be read, the search fails and says why; afterwards it works', async () => {
  const files = await compiled;
  let broken = true;
  const knowledge = await loadKnowledge(
    readerOf(files, (path, content) => {
      if (broken && path.endsWith('.bin')) throw new Error(`${path}: timed out`);
      return content;
    }),
  );
  await expect(knowledge.find('battery')).rejects.toThrow(/en\/terms\/\d+\.\w+\.bin: timed out/);
  broken = false;
  expect((await knowledge.find('battery')).hits.length).toBeGreaterThan(0);
});

test('articles that cannot be read are left out and named', async () => {
  const files = await compiled;
  const groups = [...files.keys()].filter(path => path.includes('/articles/'));
  const lost = new Set(groups.filter((_, n) => n % 2 === 0));
  const knowledge = await loadKnowledge(
    readerOf(files, (path, content) => (lost.has(path) ? '{"articles":' : content)),
  );
  const found = await knowledge.find('battery');
  expect(found.hits.length).toBeGreaterThan(0);
  expect(found.missing.length).toBeGreaterThan(0);
  for (const sentence of found.missing) expect(sentence).toMatch(/^en\/articles\/.*: expected a JSON object, got/);
});

const queries = fc.constantFrom('battery', 'replce the batery', 'when it fails', 'trackparcel', 'zzzz', 'voucher red');

test('cut off or altered files never crash a search, and never go unnoticed', async () => {
  const files = await compiled;
  const paths = [...files.keys()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.nat(),
      fc.nat(7),
      fc.boolean(),
      queries,
      async (victim, place, bit, cut, query) => {
        const read = readerOf(files, (path, content) => {
          if (path !== victim) return content;
          const bytes = bytesOf(content);
          if (cut) return bytes.slice(0, place % bytes.length);
          bytes[place % bytes.length]! ^= 1 << bit;
          return bytes;
        });
        const outcome = await loadKnowledge(read)
          .then(knowledge => knowledge.find(query))
          .catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome.message).toMatch(/: expected |: answered 404/);
        else expect(Array.isArray((outcome as { hits: unknown }).hits)).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
