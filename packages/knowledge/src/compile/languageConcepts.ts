import { languageOf } from '../text/locales.js';

/** What customers of a language call by many names, a line a concept; empty for a language without a list. */
export async function languageConcepts(locale: string): Promise<string> {
  const load = Object.hasOwn(LISTS, languageOf(locale)) ? LISTS[languageOf(locale)] : undefined;
  return load ? (await load()).CONCEPTS : '';
}

const LISTS: Readonly<Record<string, () => Promise<{ readonly CONCEPTS: string }>>> = {
  ar: () => import('../text/concepts/ar.js'),
  de: () => import('../text/concepts/de.js'),
  en: () => import('../text/concepts.js'),
  es: () => import('../text/concepts/es.js'),
  fr: () => import('../text/concepts/fr.js'),
  id: () => import('../text/concepts/id.js'),
  it: () => import('../text/concepts/it.js'),
  ja: () => import('../text/concepts/ja.js'),
  ko: () => import('../text/concepts/ko.js'),
  nl: () => import('../text/concepts/nl.js'),
  pl: () => import('../text/concepts/pl.js'),
  pt: () => import('../text/concepts/pt.js'),
  ru: () => import('../text/concepts/ru.js'),
  tr: () => import('../text/concepts/tr.js'),
  uk: () => import('../text/concepts/uk.js'),
  vi: () => import('../text/concepts/vi.js'),
  zh: () => import('../text/concepts/zh.js'),
};
