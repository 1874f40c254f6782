import type { Catalogue } from './en.js';

/** Languages the widget speaks; each is a file of its own, fetched when it is needed. */
const LOADERS: Readonly<Record<string, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.js')).en,
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  'pt-BR': async () => (await import('./pt-BR.js')).ptBR,
  it: async () => (await import('./it.js')).it,
  nl: async () => (await import('./nl.js')).nl,
  pl: async () => (await import('./pl.js')).pl,
  tr: async () => (await import('./tr.js')).tr,
  ru: async () => (await import('./ru.js')).ru,
  uk: async () => (await import('./uk.js')).uk,
  ar: async () => (await import('./ar.js')).ar,
  he: async () => (await import('./he.js')).he,
  fa: async () => (await import('./fa.js')).fa,
  hi: async () => (await import('./hi.js')).hi,
  id: async () => (await import('./id.js')).id,
  vi: async () => (await import('./vi.js')).vi,
  th: async () => (await import('./th.js')).th,
  ja: async () => (await import('./ja.js')).ja,
  ko: async () => (await import('./ko.js')).ko,
  'zh-Hans': async () => (await import('./zh-Hans.js')).zhHans,
  'zh-Hant': async () => (await import('./zh-Hant.js')).zhHant,
};

/** BCP 47 tags of the languages the widget speaks. */
export const LOCALES: readonly string[] = Object.keys(LOADERS);

/** The catalogue of a language; English when there is none. */
export function loadCatalogue(locale: string): Promise<Catalogue> {
  return (LOADERS[locale] ?? LOADERS.en)?.() as Promise<Catalogue>;
}
