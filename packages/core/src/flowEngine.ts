import {
  type BuiltinLocale,
  createBuiltinFlow,
  createStep,
  type FlowState,
  type FlowTexts,
  type PublishedFlow,
  phraseLocales,
  pickLocale,
  type StartOptions,
  type Step,
  start,
} from '@handrail/flow';
import type { Environment } from './environment.js';
import { getJson } from './http.js';
import { createPhraseShelf } from './phraseShelf.js';

/** A flow and what runs it. */
export interface FlowEngine {
  /** Before a text is given to `step`: fetches the phrases of languages it may be in. Does without what cannot be had. */
  readonly prepare: (text: string) => Promise<void>;
  readonly step: Step;
  readonly start: (flow: PublishedFlow, options: StartOptions) => FlowState;
  readonly definition: PublishedFlow;
  /** Address of what tells the flow's intents apart; `null` when nothing does. */
  readonly model: string | null;
}

const TEXTS: Readonly<Record<BuiltinLocale, () => Promise<FlowTexts>>> = {
  en: async () => (await import('@handrail/flow/builtin/en')).en,
  de: async () => (await import('@handrail/flow/builtin/de')).de,
  fr: async () => (await import('@handrail/flow/builtin/fr')).fr,
  es: async () => (await import('@handrail/flow/builtin/es')).es,
  'pt-BR': async () => (await import('@handrail/flow/builtin/pt-BR')).ptBR,
  it: async () => (await import('@handrail/flow/builtin/it')).it,
  nl: async () => (await import('@handrail/flow/builtin/nl')).nl,
  pl: async () => (await import('@handrail/flow/builtin/pl')).pl,
  tr: async () => (await import('@handrail/flow/builtin/tr')).tr,
  ru: async () => (await import('@handrail/flow/builtin/ru')).ru,
  uk: async () => (await import('@handrail/flow/builtin/uk')).uk,
  ar: async () => (await import('@handrail/flow/builtin/ar')).ar,
  he: async () => (await import('@handrail/flow/builtin/he')).he,
  fa: async () => (await import('@handrail/flow/builtin/fa')).fa,
  hi: async () => (await import('@handrail/flow/builtin/hi')).hi,
  id: async () => (await import('@handrail/flow/builtin/id')).id,
  vi: async () => (await import('@handrail/flow/builtin/vi')).vi,
  th: async () => (await import('@handrail/flow/builtin/th')).th,
  ja: async () => (await import('@handrail/flow/builtin/ja')).ja,
  ko: async () => (await import('@handrail/flow/builtin/ko')).ko,
  'zh-Hans': async () => (await import('@handrail/flow/builtin/zh-Hans')).zhHans,
  'zh-Hant': async () => (await import('@handrail/flow/builtin/zh-Hant')).zhHant,
};

/**
 * A site's own flow, or the built-in one in one language. People ask for a person in whatever language they think in, so
 * phrases of other languages are fetched as soon as a text may be in them.
 * @param flow address of a published flow; `null` for the built-in one
 */
export async function loadEngine(
  environment: Pick<Environment, 'fetch'>,
  locale: string,
  flow: string | null,
): Promise<FlowEngine> {
  const shelf = createPhraseShelf();
  const [definition] = await Promise.all([
    flow === null ? builtin(locale) : (getJson(environment, flow) as Promise<PublishedFlow>),
    shelf.fetch([nearest(locale)]),
  ]);
  const model = flow !== null && definition.model ? flow.replace(/[^/]*$/, definition.model) : null;
  return {
    prepare: text => shelf.fetch(phraseLocales(text)).catch(() => {}),
    step: (...given) => createStep(shelf.phrases())(...given),
    start,
    definition,
    model,
  };
}

async function builtin(locale: string): Promise<PublishedFlow> {
  const wanted = nearest(locale);
  return createBuiltinFlow({ [wanted]: await TEXTS[wanted]() });
}

const nearest = (locale: string) => pickLocale(locale, Object.keys(TEXTS)) as BuiltinLocale;
