import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseDistress } from '../distress.js';
import { normalise } from '../normalise.js';
import { recogniseRequest } from '../requests.js';
import { recogniseSmallTalk, recogniseYesNo } from '../smallTalk.js';
import { allPhrases } from './allPhrases.js';
import { phraseLocales } from './phraseLocales.js';
import type { Phrases } from './phrases.js';

const locales = allPhrases.map(({ locale }) => locale);

const examples = locales.flatMap(locale => {
  const path = new URL(`../../phrases/${locale}.json`, import.meta.url);
  const { request, noRequest, short, upset } = JSON.parse(readFileSync(path, 'utf8'));
  return [...request, ...noRequest, ...Object.keys(short), ...upset] as string[];
});

/** All that is made of a text with these phrases. */
function readWith(known: readonly Phrases[], text: string) {
  const normal = normalise(text);
  return {
    request: recogniseRequest(text, known),
    talk: recogniseSmallTalk(normal, known),
    answer: recogniseYesNo(normal, known),
    distress: recogniseDistress(text, known),
  };
}

const named = (text: string) => phraseLocales(text).map(locale => allPhrases.find(known => known.locale === locale));

test('the phrases named for a text read it as all phrases do, in the same order', () => {
  expect(examples.length).toBeGreaterThan(500);
  for (const text of examples) {
    const known = named(text) as Phrases[];
    expect(known).toEqual(allPhrases.filter(phrases => known.includes(phrases)));
    expect.soft(readWith(known, text), text).toEqual(readWith(allPhrases, text));
  }
});

/** Texts any of a locale's phrases match, the rare ones as well as the usual ones. */
function matching({ locale: _, spaced: __, filler: ___, negators: ____, ...kinds }: Phrases) {
  const patterns = Object.values(kinds).map(alternatives => alternatives.replace(/\(\?=[^)]*\)/g, ''));
  return fc.oneof(...patterns.filter(Boolean).map(each => fc.stringMatching(new RegExp(`^(?:${each})$`))));
}

describe.each(allPhrases.map(phrases => [phrases.locale, phrases] as const))('%s', (locale, phrases) => {
  const around = fc.constantFrom('', 'order 17 ', '(!) ', 'x ');
  test('whatever its phrases match, wherever it stands, names it', () => {
    fc.assert(
      fc.property(matching(phrases), around, (phrase, before) => {
        // Where no spaces are set, "ok" and "hi" are the only words in Latin letters, and English too.
        const spelled = !phrases.spaced && /^[a-z]+$/.test(phrase) ? 'en' : locale;
        expect(phraseLocales(`${before}${phrase}.`)).toContain(spelled);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['Where is my order?', []],
  ['How long does a refund take when I paid by card?', ['en']],
  ['¿Cuánto tarda el reembolso?', []],
  ['¿Quisiera hablar con ustedes?', ['es', 'vi']],
  ['Wo ist mein Paket?', ['de']],
  ['我的订单在哪里？', ['zh-Hans', 'zh-Hant', 'ja']],
  ['注文をキャンセルしたいです', ['zh-Hans', 'zh-Hant', 'ja']],
  ['주문을 취소하고 싶어요', ['ko']],
  ['Где мой заказ?', ['ru', 'uk']],
  ['أين طلبي؟', ['ar', 'fa']],
  ['TG-10482', []],
  ['', []],
])('%s: %j', (text, expected) => {
  expect(phraseLocales(text)).toEqual(expected);
});
