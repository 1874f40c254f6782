import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ja } from './ja.js';
import { ko } from './ko.js';
import type { Phrases } from './phrases.js';
import { zhHans } from './zh-Hans.js';
import { zhHant } from './zh-Hant.js';

/** Every locale whose phrases are known. People write in any of them, whatever the conversation's locale is. */
export const allPhrases: readonly Phrases[] = [en, zhHans, zhHant, ar, de, fr, es, ja, ko];
