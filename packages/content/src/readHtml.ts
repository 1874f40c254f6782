import type { WindowLike } from 'dompurify';
import { headingsOf } from './headings.js';
import { anchorsOf } from './html/anchors.js';
import { cleanHtml } from './html/cleanHtml.js';
import { createWalk } from './html/createWalk.js';
import { findFootnotes, markFootnotes } from './html/footnotes.js';
import { lighten, measureHtml } from './html/lighten.js';
import { withoutTags } from './html/withoutTags.js';
import type { Block } from './nodes.js';
import type { ReadHtmlOptions, ReadResult, ReadWarning } from './reading.js';
import { LINK_REFUSED } from './reading.js';
import { createSlugger } from './slug.js';

export { lighten, measureHtml };

/**
 * HTML from outside (pasted, exported, built sites) to a safe token tree. DOMPurify cleans it first; then what has a kind
 * in the tree is read, and what has none leaves its words behind. Scripts never run and nothing is fetched.
 * Never throws: what a DOM cannot hold becomes one paragraph of its words, with a warning.
 * @param window the page's own `window`, or a jsdom window in Node
 */
export function readHtml(html: string, window: WindowLike, options: ReadHtmlOptions = {}): ReadResult {
  const warnings: ReadWarning[] = [];
  const warn = (message: string, about?: string) => warnings.push({ line: about ? lineOf(html, about) : 1, message });
  const light = lighten(html);
  const { elements, depth } = measureHtml(light);
  const { maxElements = 50_000, maxDepth = 200 } = options;
  if (elements > maxElements || depth > maxDepth) {
    const limits = `expected at most ${maxElements} elements and ${maxDepth} levels of them`;
    warn(`only the words were read: ${limits}, got ${elements} and ${depth}`);
    return words(html, warnings);
  }
  try {
    const { tree, anchors } = readClean(light, window, options, warn);
    return { tree, headings: headingsOf(tree), warnings, ...(anchors.size === 0 ? {} : { anchors }) };
  } catch (error) {
    warn(`only the words were read: ${error instanceof Error ? error.message : String(error)}`);
    return words(html, warnings);
  }
}

function readClean(
  html: string,
  window: WindowLike,
  options: ReadHtmlOptions,
  warn: (message: string, about?: string) => void,
): { readonly tree: Block[]; readonly anchors: ReadonlyMap<string, string> } {
  const { body, missed, refused } = cleanHtml(html, window);
  for (const href of refused) warn(`${LINK_REFUSED}, got ${href.slice(0, 80)}`, href);
  for (const name of missed) warn(`${name.toLowerCase()} left out: it has no place in an article`, `<${name}`);
  const footnotes = findFootnotes(body);
  const taken = new Set<Node>();
  markFootnotes(body, footnotes, taken);
  const nextSlug = options.nextSlug ?? createSlugger();
  const headingIds = new Map<Element, string>();
  const walk = createWalk({ options, warn, taken, nextSlug, headingIds, notes: footnotes.numbers });
  const tree = walk.blocks(body);
  const notes = footnotes.notes.map(note => walk.blocks(note));
  if (notes.length > 0) tree.push({ t: 'list', ordered: true, notes: true, items: notes });
  return { tree, anchors: anchorsOf(body, headingIds) };
}

function words(html: string, warnings: readonly ReadWarning[]): ReadResult {
  const text = withoutTags(html);
  return { tree: text === '' ? [] : [{ t: 'p', c: [text] }], headings: [], warnings };
}

function lineOf(source: string, part: string): number {
  const at = source.indexOf(part);
  const found = at < 0 ? source.toLowerCase().indexOf(part.toLowerCase()) : at;
  return found < 0 ? 1 : source.slice(0, found).split('\n').length;
}
