import type { Block, Tree } from './nodes.js';

/** What an article link points at: another article, an outside address, or nothing (`null` leaves the words). */
export type LinkTarget = { readonly article: string; readonly section?: string } | string | null;

/** How addresses inside a source are understood. */
export interface ReadOptions {
  /** Default: addresses that pass `checkLink` are kept, others leave their words behind. */
  readonly resolveLink?: (href: string) => LinkTarget;
  /** Default: addresses that pass `checkSource` are kept, others leave their alternative text behind. */
  readonly resolveImage?: (src: string) => { src: string; width?: number; height?: number } | null;
}

/** How HTML is read. */
export interface ReadHtmlOptions extends ReadOptions {
  /**
   * Elements and levels of elements above which only the words are read: a DOM of more takes seconds and memory, or
   * ends the stack. Default 50,000 elements, 200 levels.
   */
  readonly maxElements?: number;
  readonly maxDepth?: number;
  /** Nodes that were read already; `<handrail-slot n="0">` stands for the first of them. Each is used once. */
  readonly slots?: Slots;
  /** Gives headings without an id theirs. Default: a slugger of this document alone. */
  readonly nextSlug?: (text: string, id?: string) => string;
}

/** Turns HTML into a tree; `readHtml` with its window. */
export type HtmlReader = (html: string, options?: ReadHtmlOptions) => ReadResult;

/** Nodes by number; `take` gives each of them once. */
export interface Slots {
  take(n: number): readonly Block[];
}

/** A heading in reading order; `id` is unique in its document. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** Something that was left out, with the 1-based line of the source it stood near. */
export interface ReadWarning {
  readonly line: number;
  readonly message: string;
}

/** The result of reading one document. */
export interface ReadResult {
  readonly tree: Tree;
  /** Also those inside lists, quotes and callouts. */
  readonly headings: readonly Heading[];
  readonly warnings: readonly ReadWarning[];
  /** Ids of HTML that are not those of headings, and the heading each stands at. */
  readonly anchors?: ReadonlyMap<string, string>;
}

/** Begins the warning about a link whose words were kept. */
export const LINK_REFUSED = 'link refused: expected an https, http, mailto, tel or relative address';

/** Begins the warning about an image whose alternative text was kept. */
export const IMAGE_REFUSED = 'image refused: expected an https or relative address';
