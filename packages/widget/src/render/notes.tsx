import type { ComponentChildren } from 'preact';
import { Icon } from '../panel/parts/Icon.js';
import type { RenderOptions } from './renderOptions.js';

type Say = RenderOptions['say'];

/** A mark that leads to its footnote. The way back leads to the mark that was used last, or to the first. */
export function NoteMark({ n, say }: { readonly n: number; readonly say: Say }) {
  return (
    <sup>
      <button
        type="button"
        class="note-mark"
        data-note-mark={n}
        aria-label={say('noteMark', { n })}
        onClick={({ currentTarget }) => {
          for (const mark of marksOf(currentTarget, n)) mark.toggleAttribute('data-used', mark === currentTarget);
          land(inProse(currentTarget, `[data-note="${n}"]`)[0]);
        }}
      >
        {n}
      </button>
    </sup>
  );
}

/** The footnotes of a document, each with the way back. */
export function Notes({ items, say }: { readonly items: readonly ComponentChildren[]; readonly say: Say }) {
  return (
    <section class="notes" aria-label={say('notes')}>
      <ol>
        {items.map((item, index) => (
          <li data-note={index + 1} tabIndex={-1} dir="auto">
            {item}{' '}
            <button
              type="button"
              class="note-back"
              aria-label={say('noteBack', { n: index + 1 })}
              onClick={({ currentTarget }) => {
                const marks = marksOf(currentTarget, index + 1);
                land(marks.find(mark => mark.hasAttribute('data-used')) ?? marks[0]);
              }}
            >
              <Icon name="enter" />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

const inProse = (from: Element, selector: string): HTMLElement[] => [
  ...(from.closest('.prose')?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const marksOf = (from: Element, n: number) => inProse(from, `[data-note-mark="${n}"]`);

function land(target: HTMLElement | undefined): void {
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
