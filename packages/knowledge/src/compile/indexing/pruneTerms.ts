import { type ArticleTerms, FIELD, FIELDS } from './collectTerms.js';

/** A word is common from this share of the articles on, and from this many. */
const COMMON = { share: 0.02, least: 10 };
const PAIR = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}$/;
/** Two characters belong together when they stand side by side this many times as often as chance would have it. */
const TOGETHER = 8;
/** Pairs of characters from which on their statistics mean something. */
const ENOUGH_PAIRS = 100_000;
/** A pair that an article's body has so often stays whatever it is. */
const OFTEN = 3;

/**
 * Leaves out what costs bytes and decides nothing (static index pruning; Carmel et al. 2001) from bodies: a single
 * mention of a common word, and two characters that stand side by side once in the whole help centre or hardly more often
 * than chance, which mostly belong to two words (pointwise mutual information; Church & Hanks 1990). Words of titles, headings,
 * questions, tags and the first lines stay.
 */
export function pruneTerms(collected: readonly ArticleTerms[], terms: readonly string[]): ArticleTerms[] {
  const counts = countArticles(collected, terms.length);
  const isPair = Uint8Array.from(terms, term => (PAIR.test(term) ? 1 : 0));
  const isByChance = findChancePairs(collected, terms, isPair);
  const common = Math.max(COMMON.least, collected.length * COMMON.share);

  function decidesNothing(id: number, mentions: number): boolean {
    const count = counts[id] as number;
    if (isPair[id] === 0) return mentions === 1 && count > common;
    if (isByChance[id] === 1 && mentions < OFTEN) return true;
    return mentions === 1 && (count > common / 2 || count === 1);
  }

  return collected.map(article => {
    const { ids, phrasesOf } = article;
    const kept = new Int32Array(ids.length);
    let size = 0;
    for (let place = 0; place < ids.length; place++) {
      const id = ids[place] as number;
      const at = place * FIELDS.length;
      const isShown = phrasesOf.has(id) || article.counts[at + FIELD.summary] !== 0;
      if (isShown || !decidesNothing(id, article.counts[at + FIELD.body] as number)) kept[size++] = place;
    }
    return size === ids.length ? article : keep(article, kept.subarray(0, size));
  });
}

/** In how many articles each term stands, by its number. */
export function countArticles(collected: readonly ArticleTerms[], size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const { ids } of collected) for (const id of ids) counts[id]!++;
  return counts;
}

/** 1 for pairs that bodies have less often than {@link TOGETHER} times what their characters alone would give. */
function findChancePairs(collected: readonly ArticleTerms[], terms: readonly string[], isPair: Uint8Array): Uint8Array {
  const uses = new Float64Array(terms.length);
  for (const { ids, counts } of collected) {
    ids.forEach((id, place) => {
      if (isPair[id] === 1) uses[id]! += counts[place * FIELDS.length + FIELD.body] as number;
    });
  }
  const firsts = new Map<string, number>();
  const seconds = new Map<string, number>();
  let all = 0;
  uses.forEach((count, id) => {
    if (count === 0) return;
    const [first = '', second = ''] = terms[id] as string;
    firsts.set(first, (firsts.get(first) ?? 0) + count);
    seconds.set(second, (seconds.get(second) ?? 0) + count);
    all += count;
  });
  return Uint8Array.from(uses, (count, id) => {
    if (count === 0 || all < ENOUGH_PAIRS) return 0;
    const [first = '', second = ''] = terms[id] as string;
    const byChance = ((firsts.get(first) ?? 0) * (seconds.get(second) ?? 0)) / all;
    return count < TOGETHER * byChance ? 1 : 0;
  });
}

function keep(article: ArticleTerms, places: Int32Array): ArticleTerms {
  const ids = new Int32Array(places.length);
  const sections = new Int32Array(places.length);
  const counts = new Uint16Array(places.length * FIELDS.length);
  for (let to = 0; to < places.length; to++) {
    const place = places[to] as number;
    ids[to] = article.ids[place] as number;
    sections[to] = article.sections[place] as number;
    for (let field = 0; field < FIELDS.length; field++) {
      counts[to * FIELDS.length + field] = article.counts[place * FIELDS.length + field] as number;
    }
  }
  return { ...article, ids, sections, counts };
}
