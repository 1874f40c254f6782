import { splitSections } from '../files/sections.js';
import { chooseSections, scoreSections } from '../search/chooseSections.js';
import { LONGEST_QUERY } from '../search/readQuery.js';
import type { Searcher } from '../search/search.js';
import { type EvidencePoints, probabilities, weighCandidate, weighNone } from './calibrate.js';
import type { EncoderExplanation } from './encoder.js';
import { weighCandidates, weighMessage } from './evidence.js';
import type { Rerank } from './rerank.js';

/** An article that may answer a message. */
export interface Match {
  readonly id: string;
  /** The section that answers, `null` for the whole article. */
  readonly section: string | null;
  /** 0..1: how often an article with this evidence is the right one. The rest to 1 belongs to "none of them". */
  readonly probability: number;
  /** What speaks for and against it, and for none of the articles; only when it was asked for. */
  readonly explanation?: MatchExplanation;
}

/** Why an article has its probability: `exp` of the sum of its points, over that of all candidates and of "none of them". */
export interface MatchExplanation {
  readonly points: readonly EvidencePoints[];
  readonly none: readonly EvidencePoints[];
  /** The sentence encoder that was asked; absent without one. */
  readonly encoder?: EncoderExplanation;
}

/** Settings of a match. */
export interface MatchOptions {
  /** BCP 47; the nearest locale there is gets used. Default: the files' default locale. */
  readonly locale?: string;
  /** Articles at most. Default 3. */
  readonly limit?: number;
  /** Whether each match says why. Default false. */
  readonly explain?: boolean;
}

/** Articles whose titles and questions are compared with the message. */
const CONSIDERED = 10;
/** A message of small talk alone must be a title or question word for word. */
const SAME = 0.9;

/** Candidates for a message, most probable first; `rerank` has a say in the first ten of words. */
export async function matchArticles(
  { index, language, rank, findConcepts }: Searcher,
  text: string,
  limit: number,
  withReasons = false,
  rerank?: Rerank,
): Promise<Match[]> {
  const message = text.slice(0, LONGEST_QUERY);
  const found = await rank(message, Math.max(limit, CONSIDERED), false);
  const { articles } = index.entry;
  const stored = await Promise.all(found.ranked.map(({ article }) => index.article(article)));
  const evidence = weighCandidates(message, found, stored, articles, language, await findConcepts());
  const weight = weighMessage(found, articles);
  const scores = scoreSections(found.terms, new Set(found.ranked.map(({ article }) => article)), articles);
  const sections = found.ranked.map(({ article }) => chooseSections(scores.get(article), 1)[0]);
  const considered = stored.slice(0, CONSIDERED).map((article, place) => ({ article, section: sections[place] }));
  const heard = await rerank?.(message, considered);
  const chances = probabilities(evidence, weight, heard?.points);
  const told = language.tokenize(message).some(token => !language.isSmallTalk(token));
  const chosen = found.ranked
    .map((_, place) => ({ place, probability: chances[place] ?? 0 }))
    .filter(({ place }) => told || (evidence[place]?.alike ?? 0) >= SAME)
    .sort((a, b) => b.probability - a.probability || a.place - b.place)
    .slice(0, limit);
  return chosen.flatMap(({ place, probability }) => {
    const { id, tree } = stored[place] ?? {};
    if (id === undefined || tree === undefined) return [];
    const section = sections[place];
    const match = {
      id,
      section: section === undefined ? null : (splitSections(tree)[section]?.id ?? null),
      probability,
    };
    const own = evidence[place];
    if (!withReasons || !own) return [match];
    const points = [...weighCandidate(own, weight), ...(heard?.points.slice(place, place + 1) ?? [])];
    const encoder = heard ? { encoder: heard.encoder } : {};
    return [{ ...match, explanation: { points, none: weighNone(weight), ...encoder } }];
  });
}
