import { checkSource } from '../links.js';
import type { Block, Inline } from '../nodes.js';
import { IMAGE_REFUSED } from '../reading.js';
import { readVideo } from '../videos.js';
import { type ReadElement, type Walk, wordsOf } from './walk.js';

/** Videos: `video` with a file, `iframe` of a host that `readVideo` knows. Other frames are left out. */
export const readVideoElement: ReadElement = (element, walk) => {
  if (element.tagName !== 'VIDEO' && element.tagName !== 'IFRAME') return null;
  const lazy = element.getAttribute('src') || element.getAttribute('data-src');
  const address = lazy || element.querySelector('source[src]')?.getAttribute('src') || '';
  const title = (element.getAttribute('title') || element.getAttribute('aria-label') || '').trim();
  const video = readVideo(address.trim());
  const src = video?.kind === 'file' ? resolveSource(video.src, walk)?.src : video?.src;
  if (src !== undefined) return [{ t: 'video', src, title }];
  if (address.trim() !== '' && address !== 'about:blank') {
    const expected = 'expected a .mp4 or .webm file, or an address of YouTube, Vimeo, Loom or Wistia';
    walk.warn(`${element.tagName.toLowerCase()} left out: ${expected}, got ${address.slice(0, 80)}`, address);
  }
  return title === '' ? [] : [{ t: 'p', c: [title] }];
};

/** A picture and the words below it. */
export const readFigure: ReadElement = (element, walk) => {
  if (element.tagName !== 'FIGURE') return null;
  const caption = Array.from(element.children).find(child => child.tagName === 'FIGCAPTION');
  if (!caption) return walk.blocks(element);
  walk.taken.add(caption);
  const content = walk.blocks(element);
  const c = walk.inlines(caption);
  if (c.length === 0) return content;
  const only = content[0];
  if (content.length === 1 && only?.t === 'video' && only.title === '') return [{ ...only, title: wordsOf(caption) }];
  const words: Block = { t: 'p', c: [{ t: 'em', c }] };
  return [...content, words];
};

/** An image, or its alternative text when it may not be loaded. A picture that stands for a letter is that letter. */
export function readImage(element: Element, walk: Walk): Inline[] {
  const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
  const given = element.getAttribute('src') ?? '';
  const lazy = element.getAttribute('data-src');
  const address = (lazy && (given === '' || given.startsWith('data:')) ? lazy : given).trim();
  const [width, height] = [size(element, 'width'), size(element, 'height')];
  const isLetter = alt !== '' && /(?:^|[\s-])emoji(?:$|[\s-])/i.test(element.getAttribute('class') ?? '');
  if (isLetter) return [alt];
  // What counts visitors is as small as can be.
  if (address === '' || (width !== null && height !== null && width < 2 && height < 2)) return alt === '' ? [] : [alt];
  const found = resolveSource(address, walk);
  if (found === null) return alt === '' ? [] : [alt];
  const { src, ...measured } = found;
  const known = width !== null && height !== null ? { width, height } : measured;
  return [{ t: 'img', src, alt, ...known }];
}

function resolveSource(address: string, walk: Walk) {
  const resolve = walk.options.resolveImage;
  const found = resolve ? resolve(address) : { src: address };
  const src = found === null ? null : checkSource(found.src);
  if (found !== null && src !== null) return { ...found, src };
  walk.warn(`${IMAGE_REFUSED}, got ${address.slice(0, 80)}`, address);
  return null;
}

function size(element: Element, name: 'width' | 'height'): number | null {
  const value = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(element.getAttribute(name) ?? '')?.[1];
  return value === undefined || Number(value) === 0 ? null : Number(value);
}
