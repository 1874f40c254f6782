import { createFeaturize, createVisitFeatures, type Featurize, type VisitFeatures } from './features.js';
import type { IntentScorer } from './fitIntents.js';
import type { Calibration } from './probabilities.js';
import { readModel } from './readModel.js';
import { writeModel } from './writeModel.js';

/** What a model is made of. */
export interface ModelParts extends IntentScorer {
  /** Samples each intent was learned from. */
  readonly counts: readonly number[];
  readonly calibration: Calibration;
}

/** A trained intent model. `JSON.stringify` gives what {@link openModel} takes. */
export interface IntentModel extends ModelParts {
  readonly visitFeatures: VisitFeatures;
  readonly featurize: Featurize;
  toJSON(): unknown;
}

/** Makes a model that can be used and saved. */
export function createModel(parts: ModelParts): IntentModel {
  const visitFeatures = createVisitFeatures();
  return { ...parts, visitFeatures, featurize: createFeaturize(visitFeatures), toJSON: () => writeModel(parts) };
}

/**
 * Reads a model that was saved as JSON (text or parsed). Throws a `TypeError` that says where, what was expected and what was there
 * when it is damaged or of another version.
 */
export function openModel(saved: unknown): IntentModel {
  return createModel(readModel(saved));
}
