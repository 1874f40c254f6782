import { type BuiltinLocale, createBuiltinFlow, createStep, type FlowTexts, pickLocale, start } from '@handrail/flow';
import type { FlowEngine } from './botRunner.js';

const TEXTS: Readonly<Record<BuiltinLocale, () => Promise<FlowTexts>>> = {
  en: async () => (await import('@handrail/flow/builtin/en')).en,
  'zh-Hans': async () => (await import('@handrail/flow/builtin/zh-Hans')).zhHans,
  ar: async () => (await import('@handrail/flow/builtin/ar')).ar,
};

/**
 * The built-in flow in one language. People ask for a person in whatever language they think in, so the phrases of
 * every language come with it, in a file of their own.
 */
export async function loadEngine(locale: string): Promise<FlowEngine> {
  const wanted = pickLocale(locale, Object.keys(TEXTS)) as BuiltinLocale;
  const [texts, { allPhrases }] = await Promise.all([TEXTS[wanted](), import('@handrail/flow/phrases')]);
  return { step: createStep(allPhrases), start, definition: createBuiltinFlow({ [wanted]: texts }) };
}
