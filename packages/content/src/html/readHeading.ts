import type { Block, Inline } from '../nodes.js';
import { inlineText } from '../plainText.js';
import { trimRun } from './runs.js';
import { type Walk, wordsOf } from './walk.js';

const PERMALINK = /(?:anchor|permalink|headerlink|hash-link|heading-link)/i;
/** What is written on links to a heading itself. */
const SIGNS = /^[#¶§†🔗\s\u200b\ufeff]*$/u;

/** A heading with the id that links point at, without the link to itself. */
export function readHeading(element: Element, walk: Walk): Block[] {
  const links = Array.from(element.querySelectorAll('a')).filter(isSelfLink);
  const given = idOf(element, links);
  for (const link of links) if (SIGNS.test(wordsOf(link)) || !isAllOf(link, element)) walk.taken.add(link);
  const c = trimRun(walk.inlines(element).flatMap(withoutSelf(links.length > 0)));
  if (c.length === 0) return [];
  const text = inlineText(c);
  const own = given === null ? undefined : given.replace(/^user-content-/, '');
  const id = walk.nextSlug(text, own);
  walk.headingIds.set(element, id);
  return [{ t: 'h', level: Number(element.tagName[1]), id, c }];
}

function isSelfLink(link: Element): boolean {
  const href = link.getAttribute('href') ?? '';
  if (PERMALINK.test(link.getAttribute('class') ?? '')) return true;
  return (href === '' || href.includes('#')) && SIGNS.test(wordsOf(link));
}

/** Some generators put the whole heading into the link. */
function isAllOf(link: Element, heading: Element): boolean {
  return wordsOf(link) === wordsOf(heading);
}

const withoutSelf =
  (has: boolean) =>
  (node: Inline): readonly Inline[] => {
    const isLink = typeof node === 'object' && (node.t === 'ref' || node.t === 'link');
    return has && isLink ? node.c : [node];
  };

/** Its own id, that of its link to itself, of its section (Sphinx), or of an empty anchor inside. */
function idOf(element: Element, links: readonly Element[]): string | null {
  const named = element.querySelector('a[id], a[name], span[id]');
  const parent = element.parentElement;
  const section = parent?.tagName === 'SECTION' && parent.firstElementChild === element ? parent.id : '';
  const linked = links.map(link => /#(.+)$/.exec(link.getAttribute('href') ?? '')?.[1] ?? '').find(id => id !== '');
  const ids = [element.id, decode(linked ?? ''), section, named?.id ?? '', named?.getAttribute('name') ?? ''];
  return ids.find(id => id !== '' && id.length <= 200 && !/\s/.test(id)) ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
