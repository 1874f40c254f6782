import { readFileSync, realpathSync } from 'node:fs';
import { extname, join, posix, relative, resolve, sep } from 'node:path';
import type { ArticleInput } from './articleInput.js';
import { hashOf } from './hash.js';
import { imageSize } from './imageSize.js';

/** An image that was taken in, or why it was not. */
export type TakenImage =
  | { readonly src: string; readonly width?: number; readonly height?: number }
  | { readonly refused: string };

/** Collects images and videos of articles as hashed files. */
export interface ImageStore {
  /** `src` as written in an article. Addresses with a scheme stay as they are, and must be https. */
  take(src: string, from: ArticleInput): TakenImage;
  /** Path to bytes, for the compiled files. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const KINDS = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.svg', '.mp4', '.webm']);
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:|^\/\//i;

/** Reads images below `folder`, never above it; without a folder only addresses with a scheme are kept. */
export function createImageStore(folder: string | undefined): ImageStore {
  const files = new Map<string, Uint8Array>();
  const taken = new Map<string, TakenImage>();

  function read(path: string): TakenImage {
    if (folder === undefined) return { refused: `${path} is relative, and no folder was given to read it from` };
    const kind = extname(path).toLowerCase();
    if (!KINDS.has(kind)) return { refused: `expected one of ${[...KINDS].join(' ')}, got ${path}` };
    try {
      const root = realpathSync(resolve(folder));
      const file = realpathSync(join(root, path));
      const inside = relative(root, file);
      if (inside.startsWith('..') || inside.startsWith(sep)) return { refused: `${path} lies outside the folder` };
      const bytes = new Uint8Array(readFileSync(file));
      const src = `images/${hashOf(bytes, 12)}${kind}`;
      files.set(src, bytes);
      return { src, ...imageSize(bytes) };
    } catch {
      return { refused: `${path} could not be read` };
    }
  }

  return {
    files,
    take(src, from) {
      if (HAS_SCHEME.test(src)) return takeOutside(src);
      const plain = decodePath(src.split(/[?#]/, 1)[0] ?? '');
      const path = plain.startsWith('/') ? plain.slice(1) : posix.join(posix.dirname(from.source ?? ''), plain);
      const known = taken.get(path) ?? read(path);
      taken.set(path, known);
      return 'src' in known ? known : (published(src, from) ?? known);
    },
  };
}

function takeOutside(src: string): TakenImage {
  const address = src.startsWith('//') ? `https:${src}` : src;
  return /^https:\/\//i.test(address) ? { src: address } : { refused: `expected https, got ${src.slice(0, 80)}` };
}

/** Where the image stood when the article was published elsewhere. */
function published(src: string, { addresses = [] }: ArticleInput): TakenImage | null {
  const base = addresses.find(address => /^https:\/\//i.test(address));
  return base === undefined || !URL.canParse(src, base) ? null : takeOutside(new URL(src, base).href);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
