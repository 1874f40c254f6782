import { splitSections } from '../files/sections.js';
import { chooseSections, scoreSections } from '../search/chooseSections.js';
import { LONGEST_QUERY } from '../search/readQuery.js';
import type { Searcher } from '../search/search.js';
import { type EvidencePoints, probabilities, weighCandidate, weighNone } from './calibrate.js';
import { weighCandidates, weighMessage } from './evidence.js';

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

/** Candidates for a message, most probable first. */
export async function matchArticles(
  { index, language, rank, findConcepts }: Searcher,
  text: string,
  limit: number,
  withReasons = false,
): Promise<Match[]> {
  const message = text.slice(0, LONGEST_QUERY);
  const found = await rank(message, Math.max(limit, CONSIDERED), false);
  const { articles } = index.entry;
  const stored = await Promise.all(found.ranked.map(({ article }) => index.article(article)));
  const evidence = weighCandidates(message, found, stored, articles, language, await findConcepts());
  const weight = weighMessage(found, articles);
  const chances = probabilities(evidence, weight);
  const told = language.tokenize(message).some(token => !language.isSmallTalk(token));
  const chosen = found.ranked
    .map(({ article }, place) => ({ article, place, probability: chances[place] ?? 0 }))
    .filter(({ place }) => told || (evidence[place]?.alike ?? 0) >= SAME)
    .sort((a, b) => b.probability - a.probability || a.place - b.place)
    .slice(0, limit);
  const sections = scoreSections(found.terms, new Set(chosen.map(({ article }) => article)), articles);
  return chosen.flatMap(({ article, place, probability }) => {
    const { id, tree } = stored[place] ?? {};
    if (id === undefined || tree === undefined) return [];
    const [section] = chooseSections(sections.get(article), 1);
    const match = {
      id,
      section: section === undefined ? null : (splitSections(tree)[section]?.id ?? null),
      probability,
    };
    const own = evidence[place];
    if (!withReasons || !own) return [match];
    return [{ ...match, explanation: { points: weighCandidate(own, weight), none: weighNone(weight) } }];
  });
}
