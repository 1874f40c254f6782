import { classify, train } from '@handrail/knowledge';
import { gzipBytes } from '../search/gzipBytes.js';
import type { IntentEngine } from './intentEngine.js';

/** `train` and `classify` of `@handrail/knowledge` with their defaults. */
export const handrailIntents: IntentEngine = {
  name: 'handrail',
  settings: 'its defaults',
  async train(samples) {
    const model = train(samples);
    return {
      bytes: gzipBytes(JSON.stringify(model)),
      async classify(text) {
        const answers = classify(model, text);
        const best = answers.find(({ intent }) => intent !== null);
        const none = answers.find(({ intent }) => intent === null)?.probability ?? 0;
        return {
          first: answers[0]?.intent ?? null,
          best: best?.intent ?? null,
          probability: best?.probability ?? 0,
          inScope: 1 - none,
        };
      },
    };
  },
};
