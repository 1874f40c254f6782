export { checkLink, checkSource } from './links.js';
export type { Block, CalloutKind, ImageNode, Inline, Tree } from './nodes.js';
export { inlineText, plainText } from './plainText.js';
export { createSlugger, slug } from './slug.js';
