import type { StoredArticle } from '../files/knowledgeFile.js';
import { splitSections } from '../files/sections.js';
import type { ExpandedTerm } from '../search/expand.js';
import { idfOf } from '../search/idf.js';
import { idfOfTerm } from '../search/rank.js';
import type { RankedQuery } from '../search/search.js';
import type { FindConcepts } from '../text/findConcepts.js';
import type { Language } from '../text/language.js';
import { likenessOf, type Profile, profileOf, shareOf, type WeighToken } from './profile.js';

/** What is known of a message and of an article that may answer it; shares are 0..1, by weight of the words. */
export interface CandidateEvidence {
  /** Of what was asked, the share the article contains anywhere. */
  readonly coverage: number;
  /** Score a unit of what was asked. */
  readonly strength: number;
  readonly confidence: number;
  /** The title or question nearest to the message: harmonic mean of the two shares below. */
  readonly alike: number;
  readonly ofMessage: number;
  readonly ofUtterance: number;
  /** Share of the message in title, questions, summary, tags and headings together; in the title alone. */
  readonly face: number;
  readonly title: number;
}

/** What is known of a message whatever the article. */
export interface MessageEvidence {
  /** Share of words that no article has. */
  readonly unknown: number;
  /** Share of words that some article has only in another spelling or by another name. */
  readonly guessed: number;
  /** One by the number of words with a subject. */
  readonly brevity: number;
  /** How much was asked, 1 = three words that no article has, or more. */
  readonly asked: number;
}

/** In units of an unknown word: the weight of words only the utterance has, and what a word that stands everywhere adds. */
const UNSAID = 0.7;
const FLOOR = 0.5;

const GUESSES: ReadonlySet<string> = new Set(['typo', 'rescue', 'concept']);

/** Evidence about a message. */
export function weighMessage({ terms, asked }: RankedQuery, articles: number): MessageEvidence {
  const share = (some: readonly ExpandedTerm[]) =>
    some.reduce((sum, term) => sum + idfOfTerm(term, articles), 0) / (asked || 1);
  return {
    unknown: share(terms.filter(({ variants }) => variants.length === 0)),
    guessed: share(terms.filter(({ variants }) => GUESSES.has(variants[0]?.kind ?? ''))),
    brevity: 1 / Math.max(1, terms.length),
    asked: Math.min(1, asked / idfOf(0, articles) / 3),
  };
}

/** Evidence about each ranked article, in their order. */
export function weighCandidates(
  text: string,
  { terms, ranked, asked }: RankedQuery,
  stored: readonly StoredArticle[],
  articles: number,
  language: Language,
  findConcepts: FindConcepts,
): CandidateEvidence[] {
  const profile = (each: string) => profileOf(each, language, weigh, findConcepts);
  const most = idfOf(0, articles);
  const weights = new Map(
    terms.map(term => {
      const weight = (idfOfTerm(term, articles) / most + FLOOR) / (1 + FLOOR);
      return [language.stem(term.query.term), weight];
    }),
  );
  const weigh: WeighToken = ({ term }) => weights.get(language.stem(term)) ?? UNSAID;
  const message = profile(text);
  return ranked.flatMap(({ coverage, score, confidence }, place) => {
    const article = stored[place];
    if (!article) return [];
    const title = profile(article.title);
    const questions = (article.questions ?? []).map(profile);
    const likenesses = [title, ...questions].map(utterance => likenessOf(message, utterance));
    const nearest = likenesses.reduce((best, each) => (each.alike > best.alike ? each : best));
    return {
      coverage,
      strength: score / asked,
      confidence,
      ...nearest,
      face: shareOf(message, keysOf([title, ...questions, profile(faceOf(article))])),
      title: shareOf(message, title),
    };
  });
}

function faceOf({ summary = '', tags = [], tree }: StoredArticle): string {
  return [summary, ...tags, ...splitSections(tree).map(section => section.title)].join('\n');
}

function keysOf(profiles: readonly Profile[]): Set<string> {
  return new Set(profiles.flatMap(profile => [...profile.keys()]));
}
