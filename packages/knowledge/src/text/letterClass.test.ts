import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClassOf, OTHER, SEPARATOR, SPACED, UNSPACED } from './letterClass.js';
import { createTokenizer } from './tokenize.js';

const classOf = createClassOf();
const units = Array.from({ length: 0x10000 }, (_, code) => code).filter(code => code < 0xd800 || code > 0xdfff);

test('every code unit has the class Unicode gives it', () => {
  for (const code of units) {
    const sign = String.fromCharCode(code);
    const isLetter = /[\p{L}\p{N}\p{M}]/u.test(sign);
    const isUnspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々〆]/u.test(sign);
    const kind = classOf(code);
    if (kind === SEPARATOR) expect(isLetter && sign !== '〇', `U+${code.toString(16)}`).toBe(false);
    if (kind === SPACED) expect(isLetter && !isUnspaced, `U+${code.toString(16)}`).toBe(true);
    if (kind === UNSPACED) expect(isUnspaced, `U+${code.toString(16)}`).toBe(true);
  }
});

/** Text of the classes that are read letter by letter. */
const known = units.filter(code => classOf(code) !== OTHER).map(code => String.fromCharCode(code));
const letters = fc.oneof(
  fc.constantFrom(...'ab-Wi-Fi é ß 退货电池 アー か 가나 дом E30 שלום مرحبا'),
  fc.constantFrom(...known),
);

test('reading letter by letter gives what the expressions give', () => {
  const tokenize = createTokenizer();
  const text = fc.string({ unit: letters, maxLength: 30 });
  fc.assert(
    fc.property(text, given => {
      // A Devanagari word at the end makes the whole text take the other way.
      const slow = tokenize(`${given} क`).slice(0, -1);
      expect(tokenize(given)).toEqual(slow);
    }),
    { numRuns: 500 },
  );
});
