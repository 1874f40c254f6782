import type { Hit } from '@handrail/knowledge';
import { atom, type ReadableAtom } from 'nanostores';
import type { Handrail } from '../handrail.js';
import type { SearchState } from '../stores.js';
import { isComposingKey, type KeyLike } from './composition.js';

/** One thing a result can open: an article, at a section. */
export interface HitTarget {
  /** Element id of its option. */
  readonly key: string;
  readonly article: string;
  readonly section: string | null;
}

/** What a search box needs of the client. */
export type SearchBoxClient = Pick<Handrail, '$search' | 'search' | 'clearSearch'>;

/** How a search box is made. */
export interface SearchBoxOptions {
  /** Element id of the list; ids of options begin with it. One in a page. */
  readonly id: string;
  /** A result was chosen. */
  readonly open: (target: HitTarget) => void;
  /** Whether Escape empties the field; `false` where it closes what is around. Default: `true`. */
  readonly escapes?: boolean;
}

/** Attributes of the field. */
export interface ComboboxProps {
  readonly role: 'combobox';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string;
  readonly 'aria-autocomplete': 'list';
  readonly 'aria-activedescendant'?: string;
}

/** Attributes of the list of results. */
export interface ListboxProps {
  readonly id: string;
  readonly role: 'listbox';
  readonly 'aria-busy': boolean;
}

/** Attributes of one result. */
export interface OptionProps {
  readonly id: string;
  readonly role: 'option';
  readonly 'aria-selected': boolean;
}

/** What is on the screen of a search. */
export interface SearchView {
  /** Options in reading order. */
  readonly targets: readonly HitTarget[];
  /** The option the field points at: the first, until somebody moves. */
  readonly active: HitTarget | undefined;
  /** Whether the list is shown. */
  readonly expanded: boolean;
  /** Something was searched for and nothing found: offer `result.fewer`, `result.nearest`, the bot and a person. */
  readonly nothing: boolean;
  /** Attributes of the field. */
  readonly input: ComboboxProps;
  /** Attributes of the list. */
  readonly list: ListboxProps;
  /** Attributes of an option. */
  option(target: HitTarget): OptionProps;
}

/** A combobox with a list of results (ARIA Authoring Practices, "Combobox", list autocomplete), without its elements. */
export interface SearchBox {
  /** Key of the option the customer moved to; `null` until they do. */
  readonly $chosen: ReadableAtom<string | null>;
  /** What to draw of a value of `$search` and of `$chosen`. */
  view(search: SearchState, chosen: string | null): SearchView;
  /** The field's text changed. */
  input(text: string): void;
  /** @returns whether the key was used, and the field must not have it */
  keyDown(key: KeyLike): boolean;
  /** `$search` changed: opens the first result for who pressed Enter before it was there. */
  changed(): void;
}

/** The options of one result: the article at its best section, then its other matching sections. */
export function hitTargets(hit: Pick<Hit, 'id' | 'sections'>, list: string): HitTarget[] {
  const sections = hit.sections.length > 0 ? hit.sections.map(({ id }) => id) : [null];
  return sections.map((section, place) => ({ key: `${list}-${hit.id}-${place}`, article: hit.id, section }));
}

/** The search box of one screen. */
export function createSearchBox(client: SearchBoxClient, { id, open, escapes = true }: SearchBoxOptions): SearchBox {
  const $chosen = atom<string | null>(null);
  /** Enter was pressed before the answer to what is typed was there. */
  let opensFirst = false;

  const now = () => viewOf(client.$search.get(), $chosen.get(), id);
  const input = (text: string) => {
    opensFirst = false;
    $chosen.set(null);
    if (text.trim() === '') client.clearSearch();
    else void client.search(text).catch(() => {});
  };
  const move = (by: number) => {
    const { targets, active } = now();
    opensFirst = false;
    const place = active ? targets.indexOf(active) : 0;
    $chosen.set(targets[(place + by + targets.length) % Math.max(1, targets.length)]?.key ?? null);
  };
  const enter = () => {
    const { active } = now();
    if (client.$search.get().state === 'searching' && $chosen.get() === null) opensFirst = true;
    else if (active) open(active);
    else return false;
    return true;
  };

  return {
    $chosen,
    view: (search, chosen) => viewOf(search, chosen, id),
    input,
    keyDown(key) {
      if (isComposingKey(key)) return false;
      if (key.key === 'Enter') return enter();
      if (key.key === 'ArrowDown') move(1);
      else if (key.key === 'ArrowUp') move(-1);
      else if (key.key === 'Escape' && escapes && client.$search.get().query !== '') input('');
      else return false;
      return true;
    },
    changed() {
      if (!opensFirst || client.$search.get().state === 'searching') return;
      opensFirst = false;
      const { active } = now();
      if (active) open(active);
    },
  };
}

function viewOf({ query, result, state }: SearchState, chosen: string | null, id: string): SearchView {
  const targets = (result?.hits ?? []).flatMap(hit => hitTargets(hit, id));
  const active = targets.find(({ key }) => key === chosen) ?? targets[0];
  return {
    targets,
    active,
    expanded: targets.length > 0,
    // What stands there stays until the next answer has come.
    nothing: result !== null && targets.length === 0 && query.trim() !== '',
    input: {
      role: 'combobox',
      'aria-expanded': targets.length > 0,
      'aria-controls': id,
      'aria-autocomplete': 'list',
      ...(active ? { 'aria-activedescendant': active.key } : {}),
    },
    list: { id, role: 'listbox', 'aria-busy': state === 'searching' },
    option: ({ key }) => ({ id: key, role: 'option', 'aria-selected': key === active?.key }),
  };
}
