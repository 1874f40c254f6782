import {
  type BuiltinLocale,
  createBuiltinFlow,
  createStep,
  type FlowTexts,
  type PublishedFlow,
  pickLocale,
  start,
} from '@handrail/flow';
import type { Environment } from './environment.js';
import { getJson } from './http.js';
import type { FlowEngine } from './runFlow.js';

const TEXTS: Readonly<Record<BuiltinLocale, () => Promise<FlowTexts>>> = {
  en: async () => (await import('@handrail/flow/builtin/en')).en,
  'zh-Hans': async () => (await import('@handrail/flow/builtin/zh-Hans')).zhHans,
  ar: async () => (await import('@handrail/flow/builtin/ar')).ar,
};

/**
 * A site's own flow, or the built-in one in one language. People ask for a person in whatever language they think in,
 * so the phrases of every language come with it, in a file of their own.
 * @param flow address of a published flow; `null` for the built-in one
 */
export async function loadEngine(
  environment: Pick<Environment, 'fetch'>,
  locale: string,
  flow: string | null,
): Promise<FlowEngine> {
  const [definition, { allPhrases }] = await Promise.all([
    flow === null ? builtin(locale) : (getJson(environment, flow) as Promise<PublishedFlow>),
    import('@handrail/flow/phrases'),
  ]);
  return { step: createStep(allPhrases), start, definition };
}

async function builtin(locale: string): Promise<PublishedFlow> {
  const wanted = pickLocale(locale, Object.keys(TEXTS)) as BuiltinLocale;
  return createBuiltinFlow({ [wanted]: await TEXTS[wanted]() });
}
