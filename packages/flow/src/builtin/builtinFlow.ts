import type { PublishedFlow } from '../publishedFlow.js';
import { ar } from './ar.js';
import { createBuiltinFlow } from './createBuiltinFlow.js';
import { en } from './en.js';
import { zhHans } from './zh-Hans.js';

/** The flow of a site that has none: greet, answer from the articles, ask how it was. In every locale it is written in. */
export const builtinFlow: PublishedFlow = /* @__PURE__ */ createBuiltinFlow({ en, 'zh-Hans': zhHans, ar });
