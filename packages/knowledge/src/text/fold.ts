/** Han, hiragana, full-width katakana and composed Hangul have one spelling. */
const FOLDED_ALREADY = /^[\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]*$/;
const ASCII = /^[\x20-\x7e]*$/;
/** Latin, Greek and Cyrillic accents, Arabic vowel signs and tatweel, Hebrew points. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
};
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/**
 * One spelling for what people type as one word: NFKC (UAX #15), lower case, without accents and vowel signs.
 * Signs that carry meaning (Thai, Devanagari, kana voicing) stay.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  if (FOLDED_ALREADY.test(text)) return text;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(FOLDED, letter => LETTERS[letter] ?? letter);
}
