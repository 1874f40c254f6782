import type { Sample } from '@handrail/knowledge';
import { readData } from '../corpora/readData.js';
import { readShopArticles } from '../corpora/readShopArticles.js';
import { readShopQuestions, SHOP_LOCALES, type ShopLocale } from '../corpora/readShopQuestions.js';
import type { Split } from '../corpora/splitOf.js';

/** Samples to learn from and to be asked. */
export interface IntentFold {
  readonly train: readonly Sample[];
  readonly test: readonly Sample[];
}

/** A set of intents. */
export interface IntentSet {
  readonly name: string;
  /** BCP 47. */
  readonly locale: string;
  /** Where it comes from, and its licence. */
  readonly source: string;
  /** One with its own test, five for cross-validation. */
  readonly folds: readonly IntentFold[];
}

interface IntentRow {
  readonly text: string;
  readonly intent: string;
}

const BANKING = 'BANKING77 (Casanueva et al. 2020), CC BY 4.0';
const HINT = 'HINT3 (Arora et al. 2020), real messages to shops, ODbL 1.0';
const SETS = [
  { name: 'banking77', source: BANKING, train: ['banking77/train'], test: ['banking77/test-dev'] },
  { name: 'banking77 10-shot', source: BANKING, train: ['banking77/train-10shot'], test: ['banking77/test-dev'] },
  {
    name: 'clinc150',
    source: 'CLINC150 (Larson et al. 2019), CC BY 3.0',
    train: ['clinc150/train', 'clinc150/oos-train'],
    test: ['clinc150/val', 'clinc150/oos-val'],
  },
  { name: 'hwu64', source: 'HWU64 (Liu et al. 2019), CC BY 4.0', train: ['hwu64/train'], test: ['hwu64/val'] },
  { name: 'hint3-curekart', source: HINT, train: ['hint3-curekart/train'], test: ['hint3-curekart/test-dev'] },
  { name: 'hint3-sofmattress', source: HINT, train: ['hint3-sofmattress/train'], test: ['hint3-sofmattress/test-dev'] },
];
const XSID = ['zh', 'ja', 'de', 'en', 'it', 'tr', 'id', 'ar'];
const FOLDS = 5;

/** The shop's questions as intents, and the sets of the shared data that are there. */
export async function readIntentSets(): Promise<IntentSet[]> {
  const shop = await Promise.all(SHOP_LOCALES.map(readShopSet));
  const own = SETS.flatMap(({ name, source, train, test }) => {
    const fold = { train: train.flatMap(readSamples), test: test.flatMap(readSamples) };
    return fold.train.length > 0 && fold.test.length > 0 ? [{ name, locale: 'en', source, folds: [fold] }] : [];
  });
  const crossed = XSID.flatMap(locale => {
    const samples = readSamples(`xsid/${locale}.valid`);
    const source = 'xSID 0.5 (van der Goot et al. 2021), CC BY-SA 4.0; five-fold cross-validation';
    return samples.length > 0 ? [{ name: `xsid ${locale}`, locale, source, folds: foldsOf(samples) }] : [];
  });
  return [...shop, ...own, ...crossed];
}

/** An article is an intent: learned from its own questions and the half for tuning, asked the other half. */
async function readShopSet(locale: ShopLocale): Promise<IntentSet> {
  const articles = await readShopArticles(locale);
  const listed = articles.flatMap(({ id, questions = [] }) => questions.map(text => ({ text, intent: id })));
  // Two answers would be two intents of one text.
  const questions = readShopQuestions(locale).filter(({ relevant }) => relevant.length < 2);
  const half = (wanted: Split) =>
    questions.flatMap(({ q, relevant: [intent = null], split }) => (split === wanted ? [{ text: q, intent }] : []));
  const source = 'shop: articles as intents, learned from their questions and "tune", asked "report", MIT';
  const folds = [{ train: [...listed, ...half('tune')], test: half('report') }];
  return { name: `shop-${locale}`, locale, source, folds };
}

/** Every fifth sample, beginning with the first, the second and so on, is asked once, the rest learned from. */
export function foldsOf(samples: readonly Sample[]): IntentFold[] {
  return Array.from({ length: FOLDS }, (_, fold) => ({
    train: samples.filter((_sample, place) => place % FOLDS !== fold),
    test: samples.filter((_sample, place) => place % FOLDS === fold),
  }));
}

function readSamples(path: string): Sample[] {
  return (readData<IntentRow>(`${path}.jsonl`) ?? []).map(({ text, intent }) => ({
    text,
    intent: intent === 'oos' || intent === 'NO_NODES_DETECTED' ? null : intent,
  }));
}
