import { languageOf } from './locales.js';
import { blankSmallTalk, smallTalkWords } from './smallTalk.js';
import { createStem, type Stem } from './stem.js';
import { createTokenizer, type Token } from './tokenize.js';

/** How text of one language is cut into terms; the same for articles and for queries. */
export interface Language {
  /** Tokens in order; phrases of small talk are gone, single words of it are still there. */
  tokenize(text: string): Token[];
  /** True for a word without a subject ("please", "the"). */
  isSmallTalk(token: Token): boolean;
  readonly stem: Stem;
}

const UNSPACED = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f]/;
const HIRAGANA = /^[\u3041-\u309f]+$/;

/** The language of a BCP 47 tag. Unknown languages work by their script. */
export function createLanguage(locale: string): Language {
  const name = languageOf(locale);
  const words = smallTalkWords(name);
  const tokenize = createTokenizer();
  return {
    tokenize: text => tokenize(UNSPACED.test(text) ? blankSmallTalk(text) : text),
    // Bigrams of hiragana alone are almost always inflection and particles.
    isSmallTalk: token => (token.kind === 'gram' ? HIRAGANA.test(token.term) : words.has(token.term)),
    stem: createStem(name in { zh: 1, ja: 1, ko: 1, th: 1 } ? 'en' : name),
  };
}
