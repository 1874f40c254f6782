import { readFileSync } from 'node:fs';
import type { Split } from './splitOf.js';

/** Languages the questions are written in; each is asked against the articles of the same language. */
export const SHOP_LOCALES = ['en', 'zh-Hans'] as const;
export type ShopLocale = (typeof SHOP_LOCALES)[number];

/** How a question with an answer is asked. */
export const ANSWERED_CLASSES = [
  'keywords',
  'question',
  'chatty',
  'typo',
  'paraphrase',
  'fragment',
  'symptom',
] as const;

/** Why a message has no answer. */
export const OUTSIDE_KINDS = ['nearMiss', 'smallTalk', 'otherTrade', 'nonsense', 'otherLanguage'] as const;

/** What a customer of the example shop may type. */
export interface ShopQuestion {
  readonly q: string;
  /** One of {@link ANSWERED_CLASSES}, or of {@link OUTSIDE_KINDS} when nothing is relevant. */
  readonly cls: string;
  /** Ids of the articles that answer, equally well; none when no article does. */
  readonly relevant: readonly string[];
  readonly split: Split;
}

/** The questions of `data/shop/<locale>.jsonl`, in the order they were written. */
export function readShopQuestions(locale: ShopLocale): ShopQuestion[] {
  const text = readFileSync(new URL(`../../data/shop/${locale}.jsonl`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter(line => line !== '');
  return lines.map(line => JSON.parse(line) as ShopQuestion);
}
