import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { cardWords } from '../../text/cardWords.js';
import { usePanel } from '../panelContext.js';
import { Icon } from './Icon.js';

interface CarouselProps {
  /** What it is about, for screen readers. */
  readonly label: string;
  /** Whether something inside can be reached by Tab; else the row itself is, so that keys can scroll it. */
  readonly hasStops: boolean;
  readonly children: readonly VNode[];
}

/**
 * A row that is scrolled by touch, wheel, keys and two arrows, and never moves by itself. What gets the focus by keys comes into view; the place
 * in the row stands between the arrows and is announced.
 */
export function Carousel({ label, hasStops, children }: CarouselProps) {
  const { words } = usePanel();
  const { row, place, show, scrolled, freed } = useRow();
  const last = children.length - 1;
  const [earlier, later] = cardWords(words.locale);
  const placeWords = (at: number) => words('fileProgress', { done: at + 1, total: children.length });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="carousel" role="group" aria-label={label}>
      <ul
        ref={row}
        class="card-row"
        aria-label={label}
        onScroll={scrolled}
        onPointerDown={freed}
        onWheel={freed}
        onKeyDown={freed}
        {...(hasStops ? {} : { tabIndex: 0 })}
      >
        {children.map((card, at) => (
          <li key={card.key} onFocusIn={event => isByKey(event) && show(at)}>
            <span class="sr">{placeWords(at)}</span>
            {card}
          </li>
        ))}
      </ul>
      <div class="card-arrows">
        <Arrow class="earlier" label={earlier} off={place === 0} onPress={() => show(place - 1)} />
        <p class="meta" role="status">
          {placeWords(place)}
        </p>
        <Arrow label={later} off={place === last} onPress={() => show(place + 1)} />
      </div>
    </div>
  );
}

interface ArrowProps {
  readonly class?: string;
  readonly label: string;
  /** At the end of the row. The arrow keeps the focus it may have, and does nothing. */
  readonly off: boolean;
  readonly onPress: () => void;
}

function Arrow({ class: name = '', label, off, onPress }: ArrowProps): ComponentChildren {
  return (
    <button
      type="button"
      class={`icon-button ${name}`}
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      <Icon name="next" />
    </button>
  );
}

/** Which card of a row is in front, and how another gets there. */
function useRow() {
  const row = useRef<HTMLUListElement>(null);
  const [place, setPlace] = useState(0);
  /** The card that is on its way to the front: what passes by meanwhile is not where one is. */
  const aim = useRef<number | null>(null);

  function show(at: number) {
    const list = row.current;
    const card = list?.children[at];
    if (!list || !card) return;
    aim.current = at;
    setPlace(at);
    list.scrollTo({ left: list.scrollLeft + distance(list, card) });
  }

  function scrolled() {
    const list = row.current;
    if (!list) return;
    const now = inFront(list);
    if (aim.current === null) setPlace(now);
    else if (now === aim.current) aim.current = null;
  }

  function freed() {
    aim.current = null;
  }
  return { row, place, show, scrolled, freed };
}

/** A row that moved between pressing and letting go would lose the click. */
const isByKey = ({ target }: FocusEvent) => target instanceof Element && target.matches(':focus-visible');

/** How far a card is from where the row begins, as the row scrolls: towards the left in a right-to-left language. */
function distance(list: HTMLElement, card: Element): number {
  const [box, own] = [list.getBoundingClientRect(), card.getBoundingClientRect()];
  return getComputedStyle(list).direction === 'rtl' ? own.right - box.right : own.left - box.left;
}

function inFront(list: HTMLElement): number {
  const far = [...list.children].map(card => Math.abs(distance(list, card)));
  return far.indexOf(Math.min(...far));
}
