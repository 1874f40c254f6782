import type { Catalogue } from './en.js';

/** Languages the widget speaks; each is a file of its own, fetched when it is needed. */
const LOADERS: Readonly<Record<string, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.js')).en,
  'zh-Hans': async () => (await import('./zh-Hans.js')).zhHans,
  ar: async () => (await import('./ar.js')).ar,
};

/** BCP 47 tags of the languages the widget speaks. */
export const LOCALES: readonly string[] = Object.keys(LOADERS);

/** The catalogue of a language; English when there is none. */
export function loadCatalogue(locale: string): Promise<Catalogue> {
  return (LOADERS[locale] ?? LOADERS.en)?.() as Promise<Catalogue>;
}
