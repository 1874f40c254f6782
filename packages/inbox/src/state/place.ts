import { atom, type ReadableAtom } from 'nanostores';
import { FILTERS, type Filter } from './lists.js';

/** What is on screen; the address says it, so that reload and the back button work. */
export interface Place {
  readonly filter: Filter;
  readonly conversation: string | null;
  /** The story is in front, where it has no column of its own. */
  readonly story: boolean;
  /** The results, instead of a list. */
  readonly results: boolean;
}

/** Reads and changes the place. */
export interface Places {
  readonly $place: ReadableAtom<Place>;
  /** Goes somewhere, as a step the back button undoes. */
  go(change: Partial<Place>): void;
  destroy(): void;
}

/** Keeps the place in the address's hash: `#/results`, `#/mine`, `#/mine/ID`, `#/mine/ID/story`. */
export function createPlaces(
  page: Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'>,
): Places {
  const $place = atom<Place>(readPlace(page.location.hash));
  const follow = () => $place.set(readPlace(page.location.hash));
  page.addEventListener('popstate', follow);
  return {
    $place,
    go(change) {
      const before = $place.get();
      const next = { ...before, story: false, results: false, ...change };
      if (placeHash(next) === placeHash(before)) return;
      page.history.pushState(null, '', placeHash(next));
      $place.set(next);
    },
    destroy: () => page.removeEventListener('popstate', follow),
  };
}

/** The place a hash names; the first list when it names none. */
export function readPlace(hash: string): Place {
  const [, filter = '', id = '', story = ''] = hash.split('/');
  return {
    filter: FILTERS.find(known => known === filter) ?? 'mine',
    conversation: /^[0-9a-f-]{36}$/.test(id) ? id : null,
    story: story === 'story' && id !== '',
    results: filter === 'results',
  };
}

function placeHash({ filter, conversation, story, results }: Place): string {
  if (results) return '#/results';
  return `#/${filter}${conversation ? `/${conversation}${story ? '/story' : ''}` : ''}`;
}
