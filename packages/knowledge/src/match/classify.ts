import { weigh } from './fitIntents.js';
import type { IntentModel } from './intentModel.js';
import { inScope, shares } from './probabilities.js';

/** An intent and how probable it is; `null` stands for "none of them". */
export interface Classification {
  readonly intent: string | null;
  /** 0..1; all entries of one answer add up to 1. */
  readonly probability: number;
}

/**
 * The intents of a message, most probable first. `null`, the chance that it means none of them, competes with them and
 * is first for a message out of scope. Only the first 2,000 characters are read.
 */
export function classify(model: IntentModel, text: string): Classification[] {
  const evidence = weigh(model, model.featurize(text));
  const chance = inScope(model.calibration, evidence);
  const parts = shares(evidence.scores, model.calibration.sharpness);
  const answers: Classification[] = model.intents.map((intent, place) => ({
    intent,
    probability: chance * (parts[place] ?? 0),
  }));
  answers.push({ intent: null, probability: 1 - chance });
  return answers.sort((a, b) => b.probability - a.probability);
}
