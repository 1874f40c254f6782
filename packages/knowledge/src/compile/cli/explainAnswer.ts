import type { Knowledge } from '../../knowledge.js';
import type { MatchExplanation } from '../../match/matchArticles.js';
import type { HitExplanation } from '../../search/explainHit.js';

/** What search and bot make of a question, and why. The one place that knows how the two explain themselves. */
export interface Explained {
  readonly question: string;
  readonly locale: string;
  /** The question with mistyped words replaced; `null` when there are none. */
  readonly corrected: string | null;
  readonly hits: readonly {
    readonly id: string;
    readonly title: string;
    readonly section: string | null;
    readonly score: number;
    readonly confidence: number;
    /** Where the score comes from: `null` when the index has no say in it. */
    readonly why: HitExplanation | null;
  }[];
  /** What the bot does: answers, offers a choice, or says that it does not know. */
  readonly band: 'answer' | 'didYouMean' | 'unknown';
  readonly matches: readonly {
    readonly id: string;
    readonly section: string | null;
    readonly probability: number;
    /** What speaks for it, and against it beside "none of them". */
    readonly why: MatchExplanation | null;
  }[];
  /** What could not be read; the answer is without it. */
  readonly missing: readonly string[];
  /** Shorter questions that find something, and near titles. */
  readonly instead: { readonly fewer: readonly string[]; readonly nearest: readonly string[] };
}

/** The bot's own limits, as `@handrail/flow` has them by default (`settings.bands`). */
const BANDS = { answer: 0.7, didYouMean: 0.25, gap: 0.15 };

/** Asks compiled knowledge a question. */
export async function explainAnswer(
  knowledge: Knowledge,
  question: string,
  { locale, limit }: { readonly locale?: string; readonly limit: number },
): Promise<Explained> {
  const wanted = locale === undefined ? {} : { locale };
  const found = await knowledge.find(question, { ...wanted, limit, prefix: false, explain: true });
  const matches = await knowledge.match(question, { ...wanted, limit, explain: true });
  return {
    question,
    locale: locale ?? knowledge.defaultLocale,
    corrected: found.corrected,
    hits: found.hits.map(({ id, title, sectionTitle, score, confidence, explanation = null }) => ({
      id,
      title,
      section: sectionTitle,
      score: round(score, 2),
      confidence: round(confidence, 3),
      why: explanation,
    })),
    band: bandOf(matches),
    matches: matches.map(({ id, section, probability, explanation = null }) => ({
      id,
      section,
      probability: round(probability, 3),
      why: explanation,
    })),
    missing: found.missing,
    instead: { fewer: found.fewer, nearest: found.nearest.map(({ title }) => title) },
  };
}

function bandOf(matches: readonly { readonly id: string; readonly probability: number }[]): Explained['band'] {
  const [best, ...others] = matches;
  if (!best || best.probability < BANDS.didYouMean) return 'unknown';
  const second = others.find(({ id }) => id !== best.id)?.probability ?? 0;
  return best.probability >= BANDS.answer && best.probability - second >= BANDS.gap ? 'answer' : 'didYouMean';
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}
