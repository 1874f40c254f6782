/**
 * The safe token tree: text that was parsed once, where parsing is cheap, and travels as data.
 * A closed set of kinds; a renderer that meets an unknown kind draws nothing for it. So what came later is a mark on an
 * older kind (`as`, `fold`, `titled`, `notes`): a renderer that does not know the mark still shows every word.
 */

/** Text inside a block. A plain string is text. */
export type Inline =
  | string
  | { readonly t: 'strong' | 'del'; readonly c: readonly Inline[] }
  /** `sub` and `sup` are low and high text. */
  | { readonly t: 'em'; readonly as?: 'sub' | 'sup'; readonly c: readonly Inline[] }
  /** `kbd` is a key to press. */
  | { readonly t: 'code'; readonly as?: 'kbd'; readonly v: string }
  | { readonly t: 'br' }
  /** A link to the outside; `href` passed {@link checkLink}. */
  | { readonly t: 'link'; readonly href: string; readonly c: readonly Inline[] }
  /** A link to another article of the same help centre, opened inside the panel. */
  | { readonly t: 'ref'; readonly article: string; readonly section?: string; readonly c: readonly Inline[] }
  /** Points at the `n`th item, from 1, of the document's list of `notes`. */
  | { readonly t: 'noteref'; readonly n: number }
  | ImageNode;

/** `src` is https, or a path relative to the knowledge files. Width and height in CSS pixels, when known. */
export interface ImageNode {
  readonly t: 'img';
  readonly src: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
}

/** The four weights a callout can have. */
export type CalloutKind = 'note' | 'tip' | 'warning' | 'danger';

/** A piece of a document. */
export type Block =
  | { readonly t: 'p'; readonly c: readonly Inline[] }
  /** `id` is the section's address inside its article. */
  | { readonly t: 'h'; readonly level: number; readonly id: string; readonly c: readonly Inline[] }
  | {
      readonly t: 'list';
      readonly ordered: boolean;
      /** First number of an ordered list; 1 when absent. */
      readonly start?: number;
      /** The footnotes of the document, in the order of their numbers. */
      readonly notes?: true;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly t: 'table';
      readonly align: readonly ('start' | 'center' | 'end' | null)[];
      /** One cell a column; all empty when the table has no head. */
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      /** The first cell of each row names the row. */
      readonly rowHead?: true;
    }
  /** `lang` as the author wrote it, such as `ts`. */
  | { readonly t: 'pre'; readonly lang?: string; readonly v: string }
  /** With `fold`, the first paragraph is always there and opens the rest (`details` in HTML). */
  | { readonly t: 'quote'; readonly fold?: true; readonly c: readonly Block[] }
  /** With `titled`, the first paragraph is its title. */
  | { readonly t: 'callout'; readonly kind: CalloutKind; readonly titled?: true; readonly c: readonly Block[] }
  /**
   * Shown as a button; nothing is fetched from `src` before the click. `src` is an address {@link readVideo} knows, or
   * a file as in {@link ImageNode}.
   */
  | { readonly t: 'video'; readonly src: string; readonly title: string }
  | { readonly t: 'hr' };

/** A whole document. */
export type Tree = readonly Block[];
