import { atom, type ReadableAtom } from 'nanostores';

/** A place in the panel. */
export type View =
  | { readonly name: 'home' }
  | { readonly name: 'results' }
  | { readonly name: 'article'; readonly id: string; readonly section: string | null }
  | { readonly name: 'chat' }
  | { readonly name: 'contact' };

/** Where the customer is, and the way back. */
export interface Navigation {
  readonly $view: ReadableAtom<View>;
  /** One level deeper. Going to where one already is changes nothing. */
  go(view: View): void;
  /** One level up; Home has none. */
  back(): void;
  /** Home, with nothing behind it. */
  reset(view?: View): void;
  /** Remembers how far the current place is scrolled. */
  scrolled(top: number): void;
  /** How far the current place was scrolled when it was left. */
  scrollTop(): number;
}

interface Level {
  readonly view: View;
  top: number;
}

/** A stack of places. */
export function createNavigation(): Navigation {
  let levels: Level[] = [{ view: { name: 'home' }, top: 0 }];
  const $view = atom<View>({ name: 'home' });
  const last = () => levels[levels.length - 1] as Level;
  const show = () => $view.set(last().view);
  return {
    $view,
    go(view) {
      if (JSON.stringify(last().view) === JSON.stringify(view)) return;
      // Home is one level up from everything but an article, which leads back to where it was opened.
      if (view.name === 'home') levels = [];
      levels = [...levels, { view, top: 0 }];
      show();
    },
    back() {
      if (levels.length > 1) levels = levels.slice(0, -1);
      else levels = [{ view: { name: 'home' }, top: 0 }];
      show();
    },
    reset(view = { name: 'home' }) {
      levels =
        view.name === 'home'
          ? [{ view, top: 0 }]
          : [
              { view: { name: 'home' }, top: 0 },
              { view, top: 0 },
            ];
      show();
    },
    scrolled: top => {
      last().top = top;
    },
    scrollTop: () => last().top,
  };
}
