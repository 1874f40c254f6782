import type { FlowTexts, PublishedFlow } from '../publishedFlow.js';

/** Locales the built-in flow is written in. */
export type BuiltinLocale =
  | 'en'
  | 'de'
  | 'fr'
  | 'es'
  | 'pt-BR'
  | 'it'
  | 'nl'
  | 'pl'
  | 'tr'
  | 'ru'
  | 'uk'
  | 'ar'
  | 'he'
  | 'fa'
  | 'hi'
  | 'id'
  | 'vi'
  | 'th'
  | 'ja'
  | 'ko'
  | 'zh-Hans'
  | 'zh-Hant';

/**
 * The built-in flow with the given texts, so that a page carries only the locales it shows:
 * `createBuiltinFlow({ ar: (await import('@handrail/flow/builtin/ar')).ar })`. The first one is the fallback.
 */
export function createBuiltinFlow(texts: Readonly<Partial<Record<BuiltinLocale, FlowTexts>>>): PublishedFlow {
  return {
    version: 1,
    locales: Object.keys(texts),
    start: 'greet',
    home: 'question',
    steps: {
      greet: { type: 'say', text: 'greet', next: 'question' },
      question: { type: 'answer', next: 'glad' },
      glad: { type: 'say', text: 'glad', next: 'end' },
      end: { type: 'end' },
    },
    texts: texts as Readonly<Record<string, FlowTexts>>,
  };
}
