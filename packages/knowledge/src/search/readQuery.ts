import type { Language } from '../text/language.js';
import type { Token } from '../text/tokenize.js';

/** A term that is looked for. */
export interface QueryTerm extends Token {
  /** Other spellings of the same: the hyphenated or neighbouring words written together. */
  readonly together: readonly string[];
  /** True for the word that is still being typed. */
  readonly unfinished: boolean;
  /** True for small talk beside words with a subject: it may tell two titles apart and is no part of what is asked. */
  readonly aside?: true;
}

/** The longest query that is looked at, in UTF-16 units; the rest would only cost time. */
export const LONGEST_QUERY = 400;

/** Words with a subject up to which small talk beside them counts; in longer questions it only adds noise. */
const FEW = 2;
/** Each may cost a request. */
const MOST_ASIDES = 2;
/** Words that some write together are short (log in, set up, wi-fi); each lookup may cost a request. */
const LONGEST_PAIR = 10;

/** The terms of a query, each once; small talk beside a subject is marked as such. */
export function readQuery(query: string, language: Language, typing: boolean): QueryTerm[] {
  const text = query.slice(0, LONGEST_QUERY);
  const tokens = language.tokenize(text);
  const single = tokens.filter(token => token.kind !== 'joined');
  const last = single[single.length - 1];
  const isUnfinished = (token: Token) => typing && token === last && token.kind === 'word' && token.end === text.length;
  const told = single.filter(token => !language.isSmallTalk(token));
  const seen = new Set<string>();
  let asides = 0;
  return single.flatMap(token => {
    if (seen.has(token.term)) return [];
    seen.add(token.term);
    const term = { ...token, together: writtenTogether(token, single), unfinished: isUnfinished(token) };
    if (told.length === 0 || !language.isSmallTalk(token)) return [term];
    if (++asides > MOST_ASIDES) return [];
    return token.kind === 'word' && told.length <= FEW
      ? [{ ...term, together: [], unfinished: false, aside: true as const }]
      : [];
  });
}

function writtenTogether(token: Token, tokens: readonly Token[]): string[] {
  if (token.kind !== 'word') return [];
  const at = tokens.indexOf(token);
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const pairs = [
    ...(before?.kind === 'word' ? [before.term + token.term] : []),
    ...(after?.kind === 'word' ? [token.term + after.term] : []),
  ];
  return pairs.filter(pair => pair.length <= LONGEST_PAIR);
}
