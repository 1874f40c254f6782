import type { PublishedFlow } from '../publishedFlow.js';
import { ar } from './ar.js';
import { createBuiltinFlow } from './createBuiltinFlow.js';
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
import { pl } from './pl.js';
import { ptBR } from './pt-BR.js';
import { ru } from './ru.js';
import { th } from './th.js';
import { tr } from './tr.js';
import { uk } from './uk.js';
import { vi } from './vi.js';
import { zhHans } from './zh-Hans.js';
import { zhHant } from './zh-Hant.js';

/** The flow of a site that has none: greet, answer from the articles, ask how it was. In every locale it is written in. */
export const builtinFlow: PublishedFlow = /* @__PURE__ */ createBuiltinFlow({
  en,
  de,
  fr,
  es,
  'pt-BR': ptBR,
  it,
  nl,
  pl,
  tr,
  ru,
  uk,
  ar,
  he,
  fa,
  hi,
  id,
  vi,
  th,
  ja,
  ko,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
});
