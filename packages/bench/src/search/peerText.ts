import type { BenchArticle } from '../corpora/benchArticle.js';

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g;
const WORDS = /[\p{L}\p{N}]+/gu;

/** English words that say nothing of a subject; without them chatty questions would be lost. */
export const STOP_WORDS =
  `a an and are as at be but by can could did do does for from had has have hello hey hi how i if in into is it its me my no not of on or our please so thank thanks that the their them then there these they this to was we what when where which who why will with would you your`.split(
    ' ',
  );

/** Texts of an article by field. */
export interface PeerFields {
  readonly id: string;
  readonly title: string;
  readonly questions: string;
  readonly headings: string;
  readonly description: string;
  readonly tags: string;
  readonly body: string;
}

/** Weights of the fields, the same for every engine that has weights. */
export const BOOSTS = { title: 5, questions: 5, headings: 2.2, description: 2, tags: 2, body: 1 } as const;

/** The fields that are searched. */
export const FIELDS = Object.keys(BOOSTS) as readonly (keyof typeof BOOSTS)[];

/** What every engine beside ours is given of an article. */
export function peerFields(article: BenchArticle): PeerFields {
  const { id, title, description = '', headings = [], questions = [], tags = [], body } = article;
  const lines = (list: readonly string[]) => list.join(' \n');
  return { id, title, questions: lines(questions), headings: lines(headings), description, tags: lines(tags), body };
}

/** Words without accents and capitals; overlapping pairs of characters for Chinese, Japanese and Korean. */
export function peerTokens(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  const grams = (folded.match(UNSPACED) ?? []).flatMap(pairs);
  return [...(folded.replace(UNSPACED, ' ').match(WORDS) ?? []), ...grams];
}

/** Words of a query that count. */
export function telling(query: string): string[] {
  return peerTokens(query).filter(token => !STOP_WORDS.includes(token));
}

function pairs(run: string): string[] {
  const signs = [...run];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, place) => (signs[place] ?? '') + sign);
}
