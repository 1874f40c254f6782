import type { Block } from '../nodes.js';
import { type ReadElement, type Walk, wordsOf } from './walk.js';

/** `ul` and `ol`. A list that stands between items instead of in one belongs to the item before it. */
export const readList: ReadElement = (element, walk) => {
  if (element.tagName !== 'UL' && element.tagName !== 'OL') return null;
  const items: Block[][] = [];
  for (const child of Array.from(element.children)) {
    if (walk.taken.has(child)) continue;
    const last = items[items.length - 1];
    if (child.tagName === 'LI') items.push(walk.blocks(child));
    else if (last && /^[UO]L$/.test(child.tagName)) last.push(...(readList(child, walk) ?? []));
    else items.push(walk.blocks(child));
  }
  const kept = items.filter(item => item.length > 0);
  const start = Number.parseInt(element.getAttribute('start') ?? '', 10);
  const ordered = element.tagName === 'OL';
  const from = ordered && start >= 0 && start !== 1 ? { start } : {};
  return kept.length === 0 ? [] : [{ t: 'list', ordered, ...from, items: kept }];
};

/** `dl`: terms in bold, what they mean below. */
export const readDefinitions: ReadElement = (element, walk) => {
  if (element.tagName !== 'DL') return null;
  const items: Block[][] = [];
  const add = (parent: Element) => {
    for (const child of Array.from(parent.children)) {
      if (walk.taken.has(child)) continue;
      if (child.tagName === 'DT') items.push(term(child, walk));
      else if (child.tagName === 'DD') {
        const last = items[items.length - 1];
        if (last) last.push(...walk.blocks(child));
        else items.push(walk.blocks(child));
      } else if (child.tagName === 'DIV') add(child);
    }
  };
  add(element);
  const kept = items.filter(item => item.length > 0);
  return kept.length === 0 ? [] : [{ t: 'list', ordered: false, items: kept }];
};

function term(element: Element, walk: Walk): Block[] {
  const c = walk.inlines(element);
  return wordsOf(element) === '' ? [] : [{ t: 'p', c: [{ t: 'strong', c }] }];
}

/** `details`: the summary is always there and opens the rest. */
export const readDetails: ReadElement = (element, walk) => {
  if (element.tagName !== 'DETAILS') return null;
  const summary = Array.from(element.children).find(child => child.tagName === 'SUMMARY');
  if (summary) walk.taken.add(summary);
  const content = walk.blocks(element);
  const c = summary ? walk.inlines(summary) : [];
  if (content.length === 0) return c.length === 0 ? [] : [{ t: 'p', c }];
  return [{ t: 'quote', fold: true, c: [{ t: 'p', c: c.length === 0 ? ['…'] : c }, ...content] }];
};
