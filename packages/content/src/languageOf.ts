/** Scripts and the languages they are read in; the first where nothing is known. Kana stands before Han: Japanese has both. */
const SCRIPTS: Readonly<Record<string, string>> = {
  Hiragana: 'ja',
  Katakana: 'ja',
  Hangul: 'ko',
  Han: 'zh ja',
  Thai: 'th',
  Hebrew: 'he yi',
  Arabic: 'ar fa ur ps ckb',
  Cyrillic: 'ru uk bg sr mk be kk',
  Greek: 'el',
  Devanagari: 'hi mr ne',
};
/** Share of a script's letters above which a text is in its language; Japanese has few kana in titles. */
const LEAST = { Hiragana: 0.1, Katakana: 0.5 } as Readonly<Record<string, number>>;

const count = (text: string, of: string) => text.match(new RegExp(`\\p{${of}}`, 'gu'))?.length ?? 0;

/**
 * The language of a text as far as its script tells, for `lang`: a screen reader then reads Korean as Korean in an English page.
 * @param around tag of the language the text stands in
 * @returns a language tag; `''`, which says "unknown", for Latin letters among others; `undefined` where the script is that of `around`
 */
export function languageOf(text: string, around: string): string | undefined {
  const letters = count(text, 'L');
  const [own = ''] = around.split('-');
  for (const [script, languages] of Object.entries(SCRIPTS)) {
    if (letters === 0 || count(text, `sc=${script}`) < letters * (LEAST[script] ?? 0.5)) continue;
    const known = languages.split(' ');
    if (known.includes(own)) return undefined;
    return script === 'Cyrillic' && /[іїєґ]/i.test(text) ? 'uk' : known[0];
  }
  const latin = Object.values(SCRIPTS).every(languages => !languages.split(' ').includes(own));
  return letters === 0 || latin ? undefined : '';
}
