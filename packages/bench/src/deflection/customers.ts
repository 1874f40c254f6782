import type { BenchArticle, BenchQuery } from '../corpora/benchArticle.js';
import { readCorpora } from '../corpora/corpora.js';
import { readIntentSets } from '../match/intentSets.js';

/** A help centre, and who comes to it. */
export interface CustomerSet {
  readonly name: string;
  readonly locale: string;
  readonly source: string;
  readonly articles: readonly BenchArticle[];
  /** Their questions; those of no article have no right answer. */
  readonly customers: readonly BenchQuery[];
}

/** Utterances of an intent that become questions of its article. */
const QUESTIONS = 12;

/** The shop in its languages, and the public sets of customers' messages that are there, each with a help centre made of its training part. */
export async function readCustomers(): Promise<CustomerSet[]> {
  const shop = (await readCorpora())
    .filter(({ name }) => name.startsWith('shop'))
    .map(({ name, locale, source, articles, queries, outside }) => ({
      name,
      locale,
      source,
      articles,
      customers: [...queries, ...outside].filter(({ use }) => use === 'report'),
    }));
  const sets = (await readIntentSets()).filter(({ name }) => /^(hint3|clinc150)/.test(name));
  return [
    ...shop,
    ...sets.map(({ name, locale, source, folds: [fold] }) => ({
      name,
      locale,
      source,
      articles: articlesOf(fold?.train ?? []),
      customers: (fold?.test ?? []).map(({ text, intent }) => ({
        q: text,
        cls: intent === null ? 'outside' : 'inside',
        relevant: intent === null ? [] : [intent],
      })),
    })),
  ];
}

/** An article an intent: its name as title, its utterances as what customers ask, the rest of them as text. */
function articlesOf(samples: readonly { readonly text: string; readonly intent: string | null }[]): BenchArticle[] {
  const byIntent = new Map<string, string[]>();
  for (const { text, intent } of samples) {
    if (intent === null) continue;
    byIntent.set(intent, [...(byIntent.get(intent) ?? []), text]);
  }
  return [...byIntent].map(([intent, texts]) => ({
    id: intent,
    title: intent.replace(/[_-]+/g, ' ').toLowerCase(),
    questions: texts.slice(0, QUESTIONS),
    body: texts.slice(QUESTIONS).join('\n\n'),
  }));
}
