import type { BuiltinLocale, Phrases } from '@handrail/flow';

/** In the order `createStep` needs. */
const FILES: Readonly<Record<BuiltinLocale, () => Promise<Phrases>>> = {
  en: async () => (await import('@handrail/flow/phrases/en')).en,
  'zh-Hans': async () => (await import('@handrail/flow/phrases/zh-Hans')).zhHans,
  'zh-Hant': async () => (await import('@handrail/flow/phrases/zh-Hant')).zhHant,
  ar: async () => (await import('@handrail/flow/phrases/ar')).ar,
  de: async () => (await import('@handrail/flow/phrases/de')).de,
  fr: async () => (await import('@handrail/flow/phrases/fr')).fr,
  es: async () => (await import('@handrail/flow/phrases/es')).es,
  ja: async () => (await import('@handrail/flow/phrases/ja')).ja,
  ko: async () => (await import('@handrail/flow/phrases/ko')).ko,
  'pt-BR': async () => (await import('@handrail/flow/phrases/pt-BR')).ptBR,
  it: async () => (await import('@handrail/flow/phrases/it')).it,
  nl: async () => (await import('@handrail/flow/phrases/nl')).nl,
  pl: async () => (await import('@handrail/flow/phrases/pl')).pl,
  tr: async () => (await import('@handrail/flow/phrases/tr')).tr,
  ru: async () => (await import('@handrail/flow/phrases/ru')).ru,
  uk: async () => (await import('@handrail/flow/phrases/uk')).uk,
  he: async () => (await import('@handrail/flow/phrases/he')).he,
  fa: async () => (await import('@handrail/flow/phrases/fa')).fa,
  hi: async () => (await import('@handrail/flow/phrases/hi')).hi,
  id: async () => (await import('@handrail/flow/phrases/id')).id,
  vi: async () => (await import('@handrail/flow/phrases/vi')).vi,
  th: async () => (await import('@handrail/flow/phrases/th')).th,
};

/** Phrases as they are fetched, one file a language. */
export interface PhraseShelf {
  /** Rejects when a file could not be had; those that could are kept, the others are asked for again next time. */
  fetch(locales: readonly BuiltinLocale[]): Promise<void>;
  /** What has been fetched, in the order `createStep` needs. */
  phrases(): readonly Phrases[];
}

/** @internal */
export function createPhraseShelf(files = FILES): PhraseShelf {
  const held = new Map<BuiltinLocale, Phrases>();
  return {
    async fetch(locales) {
      const missing = locales.filter(locale => !held.has(locale));
      const results = await Promise.allSettled(
        missing.map(async locale => void held.set(locale, await files[locale]())),
      );
      const failed = results.find(result => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
    phrases: () => (Object.keys(files) as BuiltinLocale[]).flatMap(locale => held.get(locale) ?? []),
  };
}
