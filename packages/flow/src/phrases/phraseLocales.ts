import type { BuiltinLocale } from '../builtin/createBuiltinFlow.js';
import { normalise } from '../normalise.js';
import { openings } from './openings.js';

/** In the order in which phrases are tried: that of `allPhrases`. */
const SIGNS: Readonly<Record<BuiltinLocale, RegExp>> = {
  en: opening('en'),
  // 12315 is the number for complaints in China.
  'zh-Hans': /\p{sc=Han}|12315/u,
  'zh-Hant': /\p{sc=Han}/u,
  ar: /\p{sc=Arab}/u,
  de: opening('de'),
  fr: opening('fr'),
  es: opening('es'),
  ja: /\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}/u,
  ko: /\p{sc=Hang}/u,
  'pt-BR': opening('pt-BR'),
  it: opening('it'),
  nl: opening('nl'),
  pl: opening('pl'),
  tr: opening('tr'),
  ru: /\p{sc=Cyrl}/u,
  uk: /\p{sc=Cyrl}/u,
  he: /\p{sc=Hebr}/u,
  fa: /\p{sc=Arab}/u,
  hi: new RegExp(`\\p{sc=Deva}|${opening('hi').source}`, 'u'),
  id: opening('id'),
  vi: opening('vi'),
  th: /\p{sc=Thai}/u,
};

/**
 * The locales whose phrases may say something of a text, so that a page fetches those only: `createStep` with them gives what it
 * gives with all. Latin letters are told apart by how phrases begin, other letters by their script. May name too many, never too
 * few. The order is the one `createStep` needs.
 */
export function phraseLocales(text: string): readonly BuiltinLocale[] {
  const normal = normalise(text);
  return (Object.keys(SIGNS) as BuiltinLocale[]).filter(locale => SIGNS[locale].test(normal));
}

function opening(locale: keyof typeof openings): RegExp {
  return new RegExp(` (?:${openings[locale]})`, 'u');
}
