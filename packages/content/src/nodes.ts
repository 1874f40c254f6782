/**
 * The safe token tree: text that was parsed once, where parsing is cheap, and travels as data.
 * A closed set of kinds; a renderer that meets an unknown kind draws nothing for it.
 */

/** Text inside a block. A plain string is text. */
export type Inline =
  | string
  | { readonly t: 'strong' | 'em' | 'del'; readonly c: readonly Inline[] }
  | { readonly t: 'code'; readonly v: string }
  | { readonly t: 'br' }
  /** A link to the outside; `href` passed {@link checkLink}. */
  | { readonly t: 'link'; readonly href: string; readonly c: readonly Inline[] }
  /** A link to another article of the same help centre, opened inside the panel. */
  | { readonly t: 'ref'; readonly article: string; readonly section?: string; readonly c: readonly Inline[] }
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
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly t: 'table';
      readonly align: readonly ('start' | 'center' | 'end' | null)[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly t: 'pre'; readonly lang?: string; readonly v: string }
  | { readonly t: 'quote'; readonly c: readonly Block[] }
  | { readonly t: 'callout'; readonly kind: CalloutKind; readonly c: readonly Block[] }
  /** Shown as a poster with a button; nothing is fetched from `src` before the click. */
  | { readonly t: 'video'; readonly src: string; readonly title: string }
  | { readonly t: 'hr' };

/** A whole document. */
export type Tree = readonly Block[];
