import { CALLOUTS } from '../callouts.js';
import type { CalloutKind } from '../nodes.js';
import { classesOf, type ReadElement, wordsOf } from './walk.js';

/**
 * Class names of callouts: VitePress, Docusaurus, MkDocs and Sphinx, Starlight, GitHub; the editors of Zendesk, Intercom,
 * Help Scout, Freshdesk, GitBook, ReadMe and Confluence; Bootstrap.
 */
const BOX =
  /^(?:custom-block|theme-admonition|admonition|starlight-aside|markdown-alert|callout|wysiwyg-callout|intercom-interblocks-callout|fd-callout|hint|alert|notice|confluence-information-macro|note-?box|info-?box)(?![a-z])/i;
/** Parts of a callout bear its name too. */
const PART = /(?:title|heading|content|icon|body|text|inner)/i;
const TITLE = '[class*="title" i], [class*="heading" i], [class*="header" i], h1, h2, h3, h4, h5, h6';

/** A box that stands out. */
export const readCallout: ReadElement = (element, walk) => {
  if (!/^(?:DIV|ASIDE|SECTION|BLOCKQUOTE|P)$/.test(element.tagName)) return null;
  const classes = classesOf(element);
  if (!classes.some(name => BOX.test(name) && !PART.test(name))) return null;
  const kind = kindOf(classes);
  const title = titleOf(element);
  if (title) walk.taken.add(title);
  const content = walk.blocks(element);
  const words = title === null || isMereKind(title) ? [] : walk.inlines(title);
  if (words.length === 0) return content.length === 0 ? [] : [{ t: 'callout', kind, c: content }];
  return [{ t: 'callout', kind, titled: true, c: [{ t: 'p', c: words }, ...content] }];
};

function kindOf(classes: readonly string[]): CalloutKind {
  const words = classes.flatMap(name => name.toLowerCase().replace(BOX, '').split(/[-_]+/));
  const whole = classes.flatMap(name => name.toLowerCase().split(/[-_]+/));
  const known = [...words, ...whole].find(word => Object.hasOwn(CALLOUTS, word));
  return (known === undefined ? undefined : CALLOUTS[known]) ?? 'note';
}

/** The first thing in the box, when it is made as a title. */
function titleOf(box: Element): Element | null {
  for (let at: Element | null = box.firstElementChild; at; at = at.firstElementChild) {
    if (at.matches(TITLE)) return at;
    const next: Element | null = wordsOf(at) === '' ? at.nextElementSibling : null;
    if (next?.matches(TITLE)) return next;
    if (!/^(?:DIV|SECTION)$/.test(at.tagName)) return null;
  }
  return null;
}

/** "Note" over a note says nothing that its icon does not. */
function isMereKind(title: Element): boolean {
  const words = wordsOf(title)
    .toLowerCase()
    .replace(/[:.!]$/, '');
  return title.classList.contains('custom-block-title-default') || words === '' || Object.hasOwn(CALLOUTS, words);
}
