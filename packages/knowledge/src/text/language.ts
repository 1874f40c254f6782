import { languageOf } from './locales.js';
import { createStem, type Stem } from './stem.js';
import { createTokenizer, type Token } from './tokenize.js';

/** How text of one language is cut into terms; the same for articles and for queries. */
export interface Language {
  /** Tokens in order; phrases of small talk are gone, single words of it are still there. */
  tokenize(text: string): Token[];
  /** All tokens, phrases of small talk included: for finding terms that are known to be wanted. */
  tokenizeAll(text: string): Token[];
  /** True for a word without a subject ("please", "the"). */
  isSmallTalk(token: Pick<Token, 'term' | 'kind'>): boolean;
  readonly stem: Stem;
  /** Letters that join the parts of a compound and belong to neither. */
  readonly links: readonly string[];
}

/** Scripts in which small talk is found as phrases. */
export const UNSPACED = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]/;
/**
 * Pairs of characters that say nothing of a subject: hiragana alone is inflection and particles; a pair with a Chinese function
 * word or a Japanese particle in it, or with a Korean one at its end, lies across two words.
 */
const FUNCTION_PAIR = /^[\u3041-\u309f]+$|[的了是在和与及或而且等这那其并也则把被はがをにでとのへも]|^.[은는을를]$/;

/**
 * What a language needs beside the rules of its script. It travels with the compiled files: the page downloads only the lists of
 * the language it shows, and index and query always use the same ones.
 */
export interface LanguageData {
  /** Folded words of small talk, joined by spaces; single characters also in pairs of them. */
  readonly words: string;
  /** Phrases of small talk in scripts without spaces, joined by `|`. */
  readonly phrases: string;
  /** Word endings of a light stemmer, longest first, joined by spaces. */
  readonly endings: string;
}

const LINKS: Readonly<Record<string, readonly string[]>> = {
  de: ['s', 'es', 'n', 'en'],
  nl: ['s', 'e', 'en'],
  sv: ['s'],
  da: ['s'],
  nb: ['s'],
  no: ['s'],
};

/** The language of a BCP 47 tag. Unknown languages work by their script. */
export function createLanguage(locale: string, data: LanguageData): Language {
  const name = languageOf(locale);
  const words = new Set(data.words.split(' '));
  const phrases = data.phrases === '' ? null : new RegExp(data.phrases, 'g');
  const tokenize = createTokenizer();
  return {
    tokenizeAll: tokenize,
    tokenize: text => tokenize(phrases && UNSPACED.test(text) ? blank(text, phrases) : text),
    isSmallTalk: ({ kind, term }) =>
      words.has(term) || (kind === 'gram' && (FUNCTION_PAIR.test(term) || [...term].every(each => words.has(each)))),
    // Latin words in Chinese, Japanese, Korean and Thai text are mostly English.
    links: LINKS[name] ?? [],
    stem: createStem(/^(?:zh|ja|ko|th)$/.test(name) ? 'en' : name, data.endings),
  };
}

/** The text with phrases replaced by as many spaces, so that offsets stay; unchanged if nothing else is in it. */
function blank(text: string, phrases: RegExp): string {
  const rest = text.replace(phrases, phrase => ' '.repeat(phrase.length));
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}
