import type { FindConcepts } from '../text/findConcepts.js';
import type { Language } from '../text/language.js';
import type { Token } from '../text/tokenize.js';

/** Words and pieces of words of a text, with what each weighs. */
export type Profile = ReadonlyMap<string, number>;

/** What a token weighs; small talk weighs little whatever this says. */
export type WeighToken = (token: Token) => number;

/** Share of a token's weight that small talk keeps: enough to tell two questions apart, not enough to answer one. */
const SMALL_TALK = 0.1;
/** Share that goes to pieces, which survive endings, compounds and typos. */
const PIECES = 0.5;
/** What a concept weighs beside the words that name it. */
const CONCEPT = 0.6;

/**
 * Stems and character trigrams of words, pairs and single characters of scripts without spaces. Small talk stays in: it is
 * what tells "where is my order" from "can I change my order".
 */
export function profileOf(text: string, language: Language, weigh: WeighToken, findConcepts: FindConcepts): Profile {
  const profile = new Map<string, number>();
  const add = (key: string, weight: number) => profile.set(key, (profile.get(key) ?? 0) + weight);
  const told = new Set(
    language.tokenize(text).flatMap(token => (language.isSmallTalk(token) ? [] : [`${token.start} ${token.term}`])),
  );
  const tokens = language.tokenizeAll(text);
  for (const { concept, start, end } of findConcepts(text, tokens)) {
    const named = tokens.filter(token => token.start < end && token.end > start);
    add(`~${concept}`, CONCEPT * Math.max(0, ...named.map(weigh)));
  }
  for (const token of tokens) {
    const { kind, term, start } = token;
    if (kind === 'joined') continue;
    const weight = weigh(token) * (told.has(`${start} ${term}`) ? 1 : SMALL_TALK);
    const whole = kind === 'gram' ? term : language.stem(term);
    const pieces = kind === 'gram' ? [...term] : trigrams(term);
    add(whole, weight * (1 - PIECES));
    for (const piece of pieces) add(`#${piece}`, (weight * PIECES) / pieces.length);
  }
  return profile;
}

/** Share of the weight of `of` that is in `other` too, 0..1. */
export function shareOf(of: Profile, other: ReadonlySet<string> | Profile): number {
  let all = 0;
  let both = 0;
  for (const [key, weight] of of) {
    all += weight;
    if (other.has(key)) both += weight;
  }
  return all === 0 ? 0 : both / all;
}

/** How alike a message and an utterance are: the shares both ways and their harmonic mean. */
export function likenessOf(message: Profile, utterance: Profile) {
  const ofMessage = shareOf(message, utterance);
  const ofUtterance = shareOf(utterance, message);
  return { alike: (2 * ofMessage * ofUtterance) / (ofMessage + ofUtterance || 1), ofMessage, ofUtterance };
}

function trigrams(word: string): string[] {
  const bordered = `<${word}>`;
  return Array.from({ length: Math.max(1, bordered.length - 2) }, (_, at) => bordered.slice(at, at + 3));
}
