import basic from '@nlpjs/basic';
import { gzipBytes } from '../search/gzipBytes.js';
import { type IntentEngine, TookTooLong } from './intentEngine.js';

/** What it says instead of an intent. */
const NONE = 'None';

/** nlp.js as its "Quick start" has it, English; messages out of scope are taught as its own `None`. */
export const nlpjsIntents: IntentEngine = {
  name: 'nlp.js',
  settings:
    '@nlpjs/basic with its English package and defaults (docs "Quick start", "NLU"); out-of-scope samples taught as None',
  async train(samples, limitMs) {
    const container = await basic.containerBootstrap();
    container.use(basic.Nlp);
    container.use(basic.LangEn);
    const until = performance.now() + limitMs;
    container.registerConfiguration('nlu-en', {
      // Its defaults, which are not merged when one of them is given.
      keepStopwords: true,
      nonefeatureValue: 1,
      nonedeltaMultiplier: 1.2,
      spellCheck: false,
      spellCheckDistance: 1,
      filterZeros: true,
      // Called after each pass: the only place to stop it.
      log: () => {
        if (performance.now() > until) throw new TookTooLong(`nlp.js: gave up training after ${limitMs / 1000} s`);
      },
    });
    const nlp = container.get('nlp');
    Object.assign(nlp.settings, { autoSave: false, calculateSentiment: false });
    nlp.addLanguage('en');
    for (const { text, intent } of samples) nlp.addDocument('en', text, intent ?? NONE);
    await nlp.train();
    return {
      bytes: gzipBytes(nlp.export()),
      async classify(text) {
        const { intent, classifications } = await nlp.process('en', text);
        const best = classifications.find(each => each.intent !== NONE);
        const score = best?.score ?? 0;
        return {
          first: intent === NONE ? null : intent,
          best: best?.intent ?? null,
          probability: score,
          inScope: score,
        };
      },
    };
  },
};
