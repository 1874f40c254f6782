import type { Knowledge } from '../../knowledge.js';
import type { EncoderExplanation } from '../../match/encoder.js';
import type { Match } from '../../match/matchArticles.js';
import { SIMILARITY } from '../../match/rerank.js';

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
    /** Words of the title and of the passage that matched. */
    readonly why: { readonly title: readonly string[]; readonly passage: readonly string[] };
  }[];
  /** What the bot does: answers, offers a choice, or says that it does not know. */
  readonly band: 'answer' | 'didYouMean' | 'unknown';
  readonly matches: readonly {
    readonly id: string;
    readonly section: string | null;
    readonly probability: number;
    /** How much nearer than the mean of the candidates a sentence encoder finds it; only when one was heard. */
    readonly similarity?: number;
  }[];
  /** The sentence encoder that was asked, and why it was left out; `null` when none was. */
  readonly encoder: EncoderExplanation | null;
  /** Shorter questions that find something, and near titles. */
  readonly instead: { readonly fewer: readonly string[]; readonly nearest: readonly string[] };
}

/** The bot's own limits, as `@handrail/flow` has them by default (`settings.bands`). */
const BANDS = { answer: 0.6, didYouMean: 0.25, gap: 0.15 };

/** Asks compiled knowledge a question. */
export async function explainAnswer(
  knowledge: Knowledge,
  question: string,
  { locale, limit }: { readonly locale?: string; readonly limit: number },
): Promise<Explained> {
  const wanted = locale === undefined ? {} : { locale };
  const found = await knowledge.find(question, { ...wanted, limit, prefix: false });
  const matches = await knowledge.match(question, { ...wanted, limit, explain: true });
  const words = (text: string, marks: readonly (readonly [number, number])[]) => [
    ...new Set(marks.map(([start, end]) => text.slice(start, end).toLowerCase())),
  ];
  return {
    question,
    locale: locale ?? knowledge.defaultLocale,
    corrected: found.corrected,
    hits: found.hits.map(({ id, title, titleMarks, sectionTitle, score, confidence, snippet }) => ({
      id,
      title,
      section: sectionTitle,
      score: round(score, 2),
      confidence: round(confidence, 3),
      why: { title: words(title, titleMarks), passage: words(snippet.text, snippet.marks) },
    })),
    band: bandOf(matches),
    matches: matches.map(match => ({
      id: match.id,
      section: match.section,
      probability: round(match.probability, 3),
      ...similarityOf(match),
    })),
    encoder: matches[0]?.explanation?.encoder ?? null,
    instead: { fewer: found.fewer, nearest: found.nearest.map(({ title }) => title) },
  };
}

function similarityOf({ explanation }: Match): { readonly similarity?: number } {
  const found = explanation?.points.find(({ name }) => name === SIMILARITY);
  return found ? { similarity: round(found.value, 3) } : {};
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
