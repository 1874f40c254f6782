import createDOMPurify, { type WindowLike } from 'dompurify';
import { checkLink, checkSource } from './links.js';
import type { Block, Inline, Tree } from './nodes.js';
import { inlineText } from './plainText.js';
import { createSlugger } from './slug.js';

const INLINE_TAGS: Readonly<Record<string, 'strong' | 'em' | 'del'>> = {
  STRONG: 'strong',
  B: 'strong',
  EM: 'em',
  I: 'em',
  DEL: 'del',
  S: 'del',
};
const ALLOWED_TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'pre'],
  ...[
    'blockquote',
    'hr',
    'strong',
    'b',
    'em',
    'i',
    'del',
    's',
    'code',
    'br',
    'a',
    'img',
    'div',
    'span',
    'section',
    'article',
  ],
];

/**
 * HTML from outside (pasted, exported, built sites) to a safe token tree. DOMPurify cleans it first; what has no kind
 * in the tree leaves its words behind.
 * @param window the page's own `window`, or a jsdom window in Node
 */
export function readHtml(html: string, window: WindowLike): Tree {
  const purify = createDOMPurify(window);
  const body = purify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', 'src', 'alt', 'start'],
    RETURN_DOM: true,
  });
  return createHtmlReader().blocks(body);
}

function createHtmlReader() {
  const nextSlug = createSlugger();

  function blocks(parent: Node): Block[] {
    const out: Block[] = [];
    let run: Inline[] = [];
    const flush = () => {
      const c = trimRun(run);
      if (c.length > 0) out.push({ t: 'p', c });
      run = [];
    };
    for (const node of Array.from(parent.childNodes)) {
      const made = node.nodeType === 1 ? block(node as Element) : null;
      if (made === null) run.push(...inline(node));
      else {
        flush();
        out.push(...made);
      }
    }
    flush();
    return out;
  }

  function block(element: Element): Block[] | null {
    switch (element.tagName) {
      case 'P':
        return paragraph(element);
      case 'UL':
      case 'OL':
        return [list(element)];
      case 'TABLE':
        return [table(element)];
      case 'PRE':
        return [{ t: 'pre', v: element.textContent ?? '' }];
      case 'BLOCKQUOTE':
        return [{ t: 'quote', c: blocks(element) }];
      case 'HR':
        return [{ t: 'hr' }];
      case 'DIV':
      case 'SECTION':
      case 'ARTICLE':
        return blocks(element);
      default:
        return /^H[1-6]$/.test(element.tagName) ? heading(element) : null;
    }
  }

  function heading(element: Element): Block[] {
    const c = trimRun(inlines(element));
    return c.length === 0 ? [] : [{ t: 'h', level: Number(element.tagName[1]), id: nextSlug(inlineText(c)), c }];
  }

  function paragraph(element: Element): Block[] {
    const c = trimRun(inlines(element));
    return c.length === 0 ? [] : [{ t: 'p', c }];
  }

  function list(element: Element): Block {
    const items = Array.from(element.children, blocks);
    return { t: 'list', ordered: element.tagName === 'OL', items };
  }

  function table(element: Element): Block {
    const rows = Array.from(element.querySelectorAll('tr'), row => Array.from(row.children, inlines));
    const [head = [], ...rest] = rows;
    return { t: 'table', align: head.map(() => null), head, rows: rest };
  }

  return { blocks };
}

const inlines = (parent: Node): Inline[] => Array.from(parent.childNodes).flatMap(inline);

function inline(node: Node): Inline[] {
  if (node.nodeType === 3) return [(node.nodeValue ?? '').replace(/\s+/g, ' ')];
  if (node.nodeType !== 1) return [];
  const element = node as Element;
  const kind = INLINE_TAGS[element.tagName];
  if (kind) return [{ t: kind, c: inlines(element) }];
  switch (element.tagName) {
    case 'CODE':
      return [{ t: 'code', v: element.textContent ?? '' }];
    case 'BR':
      return [{ t: 'br' }];
    case 'A': {
      const href = checkLink(element.getAttribute('href') ?? '');
      return href === null ? inlines(element) : [{ t: 'link', href, c: inlines(element) }];
    }
    case 'IMG': {
      const src = checkSource(element.getAttribute('src') ?? '');
      const alt = element.getAttribute('alt') ?? '';
      return src === null ? [alt] : [{ t: 'img', src, alt }];
    }
    default:
      return inlines(element);
  }
}

function trimRun(run: readonly Inline[]): Inline[] {
  const kept = run.filter(node => node !== '');
  const first = kept[0];
  if (typeof first === 'string') kept[0] = first.trimStart();
  const last = kept[kept.length - 1];
  if (typeof last === 'string') kept[kept.length - 1] = last.trimEnd();
  return kept.filter(node => node !== '');
}
