import { CONCEPTS } from '../text/concepts.js';
import { CONCEPTS as zh } from '../text/concepts/zh.js';
import { languageOf } from '../text/locales.js';

const LISTS: Readonly<Record<string, string>> = { en: CONCEPTS, zh };

/** What customers of a language call by many names, a line a concept; empty for a language without a list. */
export function languageConcepts(locale: string): string {
  return LISTS[languageOf(locale)] ?? '';
}
