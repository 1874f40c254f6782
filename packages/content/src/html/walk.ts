import type { Block, Inline } from '../nodes.js';
import type { ReadHtmlOptions } from '../reading.js';

/** What the readers of single elements need of the whole. */
export interface Walk {
  readonly options: ReadHtmlOptions;
  readonly nextSlug: (text: string, id?: string) => string;
  /** Elements that were read already and give nothing where they stand. */
  readonly taken: Set<Node>;
  /** Ids that headings were given. */
  readonly headingIds: Map<Element, string>;
  /** Numbers of footnotes by the id of their element. */
  readonly notes: ReadonlyMap<string, number>;
  blocks(parent: Node): Block[];
  inlines(parent: Node): Inline[];
  /** `about` is a part of the source that tells the line. */
  warn(message: string, about?: string): void;
}

/** Reads an element as blocks, or leaves it to the next. */
export type ReadElement = (element: Element, walk: Walk) => Block[] | null;

/** Class names, each also without what a build tool appended (`admonitionHeading_Gvgb`). */
export function classesOf(element: Element): string[] {
  return (element.getAttribute('class') ?? '').split(/\s+/).filter(name => name !== '');
}

/** The words of an element, white space collapsed. */
export function wordsOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
