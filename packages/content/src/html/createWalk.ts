import type { Block, Inline } from '../nodes.js';
import type { ReadHtmlOptions } from '../reading.js';
import { readCallout } from './readCallout.js';
import { readCode } from './readCode.js';
import { readHeading } from './readHeading.js';
import { readInline } from './readInline.js';
import { readDefinitions, readDetails, readList } from './readLists.js';
import { readFigure, readVideoElement } from './readMedia.js';
import { readTable } from './readTable.js';
import { readTabs } from './readTabs.js';
import { asInline, joinText, paragraphs, trimRun } from './runs.js';
import { classesOf, type ReadElement, type Walk } from './walk.js';

/** In this order: a box of code or of tabs is also a `div`. */
const READERS: readonly ReadElement[] = [
  readCode,
  readCallout,
  readTabs,
  readTable,
  readList,
  readDefinitions,
  readDetails,
  readFigure,
  readVideoElement,
];
const CONTAINERS = /^(?:DIV|SECTION|ARTICLE|ASIDE|MAIN|HEADER|FOOTER|ADDRESS|CENTER|LI|DD|TD|TH|FIGCAPTION|PICTURE)$/;
const BLOCKS =
  'p, ul, ol, dl, table, pre, blockquote, hr, div, section, article, aside, figure, details, iframe, video, h1, h2, h3, h4, h5, h6, handrail-slot[block]';
/** For the ears or the eyes only, or controls. */
const UNREAD = new Set(['sr-only', 'visually-hidden', 'visuallyhidden', 'screen-reader-text', 'sl-anchor-link']);
const DECORATION = /^(?:SPAN|A|I|B|IMG|BUTTON)$/;

/** Everything a walk needs but the walking itself. */
export type Surroundings = Omit<Walk, 'blocks' | 'inlines'> & { readonly options: ReadHtmlOptions };

/** Walks over a cleaned document. */
export function createWalk(surroundings: Surroundings): Walk {
  const { taken, options } = surroundings;
  const walk: Walk = { ...surroundings, blocks, inlines };

  function blocks(parent: Node): Block[] {
    const out: Block[] = [];
    let run: Inline[] = [];
    for (const node of Array.from(parent.childNodes)) {
      if (isUnread(node, taken)) continue;
      const made = node.nodeType === 1 ? block(node as Element) : null;
      if (made === null) run.push(...readNode(node));
      else {
        out.push(...paragraphs(run), ...made);
        run = [];
      }
    }
    return [...out, ...paragraphs(run)];
  }

  function block(element: Element): Block[] | null {
    for (const read of READERS) {
      const made = read(element, walk);
      if (made !== null) return made;
    }
    switch (element.tagName) {
      case 'P':
        return element.querySelector(BLOCKS) ? blocks(element) : paragraphs(inlines(element));
      case 'BLOCKQUOTE':
        return quote(element);
      case 'HR':
        return [{ t: 'hr' }];
      case 'HANDRAIL-SLOT':
        return element.hasAttribute('block') ? slot(element) : null;
      case 'A':
        return element.querySelector(BLOCKS) ? card(element) : null;
      default:
        if (/^H[1-6]$/.test(element.tagName)) return readHeading(element, walk);
        return CONTAINERS.test(element.tagName) || element.querySelector(BLOCKS) ? blocks(element) : null;
    }
  }

  function quote(element: Element): Block[] {
    const c = blocks(element);
    return c.length === 0 ? [] : [{ t: 'quote', c }];
  }

  /** A link around blocks: its words become one line that links. */
  function card(element: Element): Block[] {
    const c = trimRun(readInline(element, walk));
    return c.length === 0 ? [] : [{ t: 'p', c }];
  }

  const slot = (element: Element): Block[] => [...(options.slots?.take(Number(element.getAttribute('n'))) ?? [])];

  function readNode(node: Node): Inline[] {
    return (node as Element).tagName === 'HANDRAIL-SLOT' ? asInline(slot(node as Element)) : readInline(node, walk);
  }

  function inlines(parent: Node): Inline[] {
    const nodes = Array.from(parent.childNodes).filter(node => !isUnread(node, taken));
    return joinText(
      nodes.flatMap((node, index) => {
        const isBlock = node.nodeType === 1 && (node as Element).matches(BLOCKS);
        if (!isBlock) return readNode(node);
        const made = asInline(block(node as Element) ?? []);
        return index === 0 || made.length === 0 ? made : [{ t: 'br' as const }, ...made];
      }),
    );
  }

  return walk;
}

/** Read already, or not meant to be read. What folds away, such as a tab, is. */
function isUnread(node: Node, taken: ReadonlySet<Node>): boolean {
  if (taken.has(node)) return true;
  if (node.nodeType !== 1) return false;
  const element = node as Element;
  if (element.tagName === 'BUTTON' && isCopyButton(element)) return true;
  const classes = classesOf(element);
  if (classes.some(name => UNREAD.has(name))) return true;
  if (element.getAttribute('aria-hidden') === 'true' && DECORATION.test(element.tagName)) {
    return !classes.includes('katex-html');
  }
  const hidden = element.getAttribute('hidden');
  return hidden !== null && hidden !== 'until-found' && element.getAttribute('role') !== 'tabpanel';
}

function isCopyButton(button: Element): boolean {
  const about = ['class', 'title', 'aria-label'].map(name => button.getAttribute(name) ?? '').join(' ');
  return /copy|clipboard|wrap/i.test(about) || (button.textContent ?? '').trim() === '';
}
