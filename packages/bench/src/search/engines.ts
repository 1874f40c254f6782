import type { Engine } from './engine.js';
import { flexsearchEngine } from './flexsearchEngine.js';
import { fuseDefault, fuseTokens } from './fuseEngines.js';
import { handrailEngine } from './handrailEngine.js';
import { lunrEngine } from './lunrEngine.js';
import { minisearchDefault, minisearchTuned } from './minisearchEngines.js';
import { oramaEngine } from './oramaEngine.js';

/** Ours first, then what is measured beside it. */
export const ENGINES: readonly Engine[] = [
  handrailEngine,
  minisearchTuned,
  minisearchDefault,
  oramaEngine,
  flexsearchEngine,
  lunrEngine,
  fuseTokens,
  fuseDefault,
];
