import { checkLink } from '../links.js';
import type { Inline } from '../nodes.js';
import { inlineText } from '../plainText.js';
import { LINK_REFUSED } from '../reading.js';
import { footnoteOf } from './footnotes.js';
import { readImage, readVideoElement } from './readMedia.js';
import { asInline, trimRun } from './runs.js';
import { type Walk, wordsOf } from './walk.js';

const MARKS: Readonly<Record<string, 'strong' | 'em' | 'del'>> = {
  STRONG: 'strong',
  B: 'strong',
  EM: 'em',
  I: 'em',
  VAR: 'em',
  CITE: 'em',
  DEL: 'del',
  S: 'del',
  STRIKE: 'del',
};

/** A node as text. */
export function readInline(node: Node, walk: Walk): Inline[] {
  if (node.nodeType === 3) return [(node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ')];
  if (node.nodeType !== 1) return [];
  const element = node as Element;
  const mark = MARKS[element.tagName];
  if (mark) return marked(element, mark, walk);
  switch (element.tagName) {
    case 'CODE':
    case 'TT':
    case 'SAMP':
      return texts(element, walk, v => ({ t: 'code', v }));
    case 'KBD':
      return element.querySelector('kbd')
        ? walk.inlines(element)
        : texts(element, walk, v => ({ t: 'code', as: 'kbd', v }));
    case 'SUB':
    case 'SUP':
      return raised(element, walk);
    case 'BR':
      return [{ t: 'br' }];
    case 'A':
      return link(element, walk);
    case 'IMG':
      return readImage(element, walk);
    case 'INPUT':
      return box(element);
    case 'SPAN':
      return isBold(element) ? marked(element, 'strong', walk) : walk.inlines(element);
    case 'IFRAME':
    case 'VIDEO':
      return asInline(readVideoElement(element, walk) ?? []);
    default:
      return walk.inlines(element);
  }
}

function marked(element: Element, t: 'strong' | 'em' | 'del', walk: Walk): Inline[] {
  const c = walk.inlines(element);
  // Word processors wrap whole documents in a <b> that is not bold.
  const isPlain = t === 'strong' && /font-weight\s*:\s*(?:normal|400)/i.test(element.getAttribute('style') ?? '');
  if (isPlain || c.every(node => node === '' || node === ' ')) return c;
  return [{ t, c }];
}

const isBold = (element: Element): boolean =>
  /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.getAttribute('style') ?? '') && wordsOf(element) !== '';

function texts(element: Element, walk: Walk, make: (v: string) => Inline): Inline[] {
  const all = inlineText(walk.inlines(element));
  const v = all.replace(/\s+/g, ' ').trim();
  return v !== '' ? [make(v)] : all === '' ? [] : [' '];
}

function raised(element: Element, walk: Walk): Inline[] {
  const c = walk.inlines(element);
  if (c.some(node => typeof node === 'object' && node.t === 'noteref')) return c;
  const as = element.tagName === 'SUB' ? 'sub' : 'sup';
  return trimRun(c).length === 0 ? [] : [{ t: 'em', as, c }];
}

/** A task of a list; other inputs are nothing to read. */
function box(element: Element): Inline[] {
  if (element.getAttribute('type')?.toLowerCase() !== 'checkbox') return [];
  return [element.hasAttribute('checked') ? '☑ ' : '☐ '];
}

function link(element: Element, walk: Walk): Inline[] {
  const n = footnoteOf(element, walk);
  if (n !== undefined) return [{ t: 'noteref', n }];
  const c = walk.inlines(element);
  if (trimRun(c).length === 0) return c;
  const address = (element.getAttribute('href') ?? '').trim();
  if (address === '') return c;
  const target = walk.options.resolveLink ? walk.options.resolveLink(address) : address;
  if (target === null) return c;
  if (typeof target !== 'string') return [{ t: 'ref', ...target, c }];
  const href = checkLink(target);
  if (href !== null) return [{ t: 'link', href, c }];
  walk.warn(`${LINK_REFUSED}, got ${address.slice(0, 80)}`, address);
  return c;
}
