import { createStep, type Step } from './createStep.js';
import { allPhrases } from './phrases/allPhrases.js';

/** {@link Step} with the phrases of every shipped locale. */
export const step: Step = /* @__PURE__ */ createStep(allPhrases);
