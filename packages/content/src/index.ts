export { checkLink, checkSource } from './links.js';
export type { Block, CalloutKind, ImageNode, Inline, Tree } from './nodes.js';
export { inlineText, plainText } from './plainText.js';
export type {
  Heading,
  HtmlReader,
  LinkTarget,
  ReadHtmlOptions,
  ReadOptions,
  ReadResult,
  ReadWarning,
} from './reading.js';
export { createSlugger, slug } from './slug.js';
export { textLinks } from './textLinks.js';
export { readVideo, type Video } from './videos.js';
