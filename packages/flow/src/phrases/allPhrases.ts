import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fa } from './fa.js';
import { fr } from './fr.js';
import { he } from './he.js';
import { hi } from './hi.js';
import { id } from './id.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { ko } from './ko.js';
import { nl } from './nl.js';
import type { Phrases } from './phrases.js';
import { pl } from './pl.js';
import { ptBR } from './pt-BR.js';
import { ru } from './ru.js';
import { th } from './th.js';
import { tr } from './tr.js';
import { uk } from './uk.js';
import { vi } from './vi.js';
import { zhHans } from './zh-Hans.js';
import { zhHant } from './zh-Hant.js';

/** Every locale whose phrases are known. People write in any of them, whatever the conversation's locale is. */
export const allPhrases: readonly Phrases[] = [
  en,
  zhHans,
  zhHant,
  ar,
  de,
  fr,
  es,
  ja,
  ko,
  ptBR,
  it,
  nl,
  pl,
  tr,
  ru,
  uk,
  he,
  fa,
  hi,
  id,
  vi,
  th,
];
