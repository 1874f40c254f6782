import type { Walk } from './walk.js';

/** References as GitHub, markdown-it, Python-Markdown, Pandoc, Hugo and Sphinx write them. */
const REFERENCE =
  'a[data-footnote-ref], a.footnote-ref, .footnote-ref > a, a.footnote-reference, a[role="doc-noteref"], sup > a[href^="#fn"], sup[id^="fnref"] > a';
/** Boxes that hold notes and nothing else. */
const BOX =
  '[data-footnotes], .footnotes, div.footnote, [role="doc-endnotes"], .footnote-list, dl.footnote, .footnotes-sep';
const BACK =
  'a[data-footnote-backref], a.footnote-backref, a[role="doc-backlink"], a.fn-backref, a[href^="#fnref"], a[href^="#user-content-fnref"], .label .fn-bracket';

/** The footnotes of a document. */
export interface Footnotes {
  /** Numbers by the id of the note's element. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The notes' elements by number, from 1. */
  readonly notes: readonly Element[];
}

/** Finds the notes that something refers to. */
export function findFootnotes(body: Element): Footnotes {
  const wanted = new Set(Array.from(body.querySelectorAll(REFERENCE), noteIdOf));
  if (wanted.size === 0) return { numbers: new Map(), notes: [] };
  const found = Array.from(body.querySelectorAll('[id]')).filter(
    each => wanted.has(each.id) && !each.closest('sup, a'),
  );
  const numbers = new Map<string, number>();
  const notes = found.filter(note => !numbers.has(note.id) && numbers.set(note.id, numbers.size + 1));
  return { numbers, notes: notes.map(note => (note.tagName === 'DT' ? (note.nextElementSibling ?? note) : note)) };
}

/** The boxes and the ways back, which are drawn anew. */
export function markFootnotes(body: Element, { notes }: Footnotes, taken: Set<Node>): void {
  if (notes.length === 0) return;
  for (const box of Array.from(body.querySelectorAll(BOX))) {
    // A box that a note was found in, or the line above the notes.
    if (box.tagName === 'HR' || notes.some(note => box.contains(note))) taken.add(box);
  }
  for (const note of notes) {
    taken.add(note);
    for (const back of Array.from(note.querySelectorAll(BACK))) taken.add(back);
    const label = note.querySelector('.label');
    if (label) taken.add(label);
  }
}

/** The number of the note a link refers to. */
export function footnoteOf(link: Element, walk: Walk): number | undefined {
  if (walk.notes.size === 0 || !link.matches(REFERENCE)) return undefined;
  return walk.notes.get(noteIdOf(link));
}

function noteIdOf(link: Element): string {
  const id = (link.getAttribute('href') ?? '').replace(/^[^#]*#/, '');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
