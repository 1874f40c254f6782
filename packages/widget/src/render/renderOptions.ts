import type { Block, Inline } from '@handrail/content';
import type { ComponentChildren } from 'preact';

/** Texts that drawing needs: keys of the panel's catalogues. */
export type RenderText =
  | 'playVideo'
  | 'playFrom'
  | 'playInTab'
  | 'notes'
  | 'noteMark'
  | 'noteBack'
  | 'kindNote'
  | 'kindTip'
  | 'kindWarning'
  | 'kindDanger';

/** What drawing a tree needs from its surroundings. */
export interface RenderOptions {
  /** Address images are relative to. */
  readonly base: string;
  /** Opens an article inside the panel. */
  readonly openArticle: (id: string, section: string | null) => void;
  /**
   * What becomes of images. Default `draw`. A message's are links, or mere words inside a link: a picture would tell its
   * host who reads, and when.
   */
  readonly images?: 'draw' | 'link' | 'words';
  /**
   * Draws a node its own way, before the common one; `undefined` leaves it to that. Default: none. Articles have one for
   * what messages do not hold, which so weighs nothing in a chat.
   */
  readonly draw?: (node: Block | Exclude<Inline, string>, options: RenderOptions) => ComponentChildren | undefined;
  /** A text in the visitor's language. */
  readonly say: (text: RenderText, values?: Readonly<Record<string, string | number>>) => string;
}
