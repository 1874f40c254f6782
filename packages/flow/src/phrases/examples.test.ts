import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniseDistress } from '../distress.js';
import { normalise } from '../normalise.js';
import { recogniseRequest } from '../requests.js';
import { recogniseSmallTalk, recogniseYesNo } from '../smallTalk.js';
import { allPhrases } from './allPhrases.js';

/** What people write in one language, and what has to be made of it: `packages/flow/phrases/<locale>.json`. */
interface Examples {
  readonly request: readonly string[];
  readonly noRequest: readonly string[];
  readonly short: Readonly<Record<string, string>>;
  readonly upset: readonly string[];
}

const read = (locale: string): Examples =>
  JSON.parse(readFileSync(new URL(`../../phrases/${locale}.json`, import.meta.url), 'utf8'));

test.each(allPhrases.map(({ locale }) => locale))('%s: what people write', locale => {
  const { request, noRequest, short, upset } = read(locale);
  expect(request.length).toBeGreaterThanOrEqual(12);
  expect(noRequest.length).toBeGreaterThanOrEqual(8);
  for (const text of request) expect.soft(recogniseRequest(text, allPhrases)?.kind ?? null, text).toBe('clear');
  for (const text of noRequest) expect.soft(recogniseRequest(text, allPhrases)?.kind ?? null, text).toBeNull();
  for (const [text, kind] of Object.entries(short)) {
    const normal = normalise(text);
    expect.soft(recogniseYesNo(normal, allPhrases) ?? recogniseSmallTalk(normal, allPhrases), text).toBe(kind);
  }
  for (const text of upset) expect.soft(recogniseDistress(text, allPhrases), text).not.toBeNull();
  for (const text of [...request, ...noRequest]) {
    expect.soft(recogniseDistress(text, allPhrases), text).toBeNull();
    expect.soft(recogniseYesNo(normalise(text), allPhrases), text).toBeNull();
  }
});
