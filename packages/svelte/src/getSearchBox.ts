import {
  type ComboboxProps,
  createSearchBox,
  noClient,
  type SearchBoxOptions,
  type SearchView,
} from '@handrail/core/parts';
import { onMount } from 'svelte';
import { derived, type Readable } from 'svelte/store';
import { getProvided } from './getHandrail.js';
import { getHandrailStores } from './getHandrailStores.js';

/** To spread over the `<input>` of a search. */
export interface SearchField extends ComboboxProps {
  readonly value: string;
  readonly oninput: (event: Event) => void;
  readonly onkeydown: (event: KeyboardEvent) => void;
}

/** What `getSearchBox` gives. */
export interface SearchBoxParts {
  readonly view: Readable<SearchView>;
  readonly field: Readable<SearchField>;
}

/**
 * While a component initialises: a combobox over the help centre, with keys, the option it points at, and the attributes of field,
 * list and options.
 * @throws HandrailError `bad_request` where no client was given
 */
export function getSearchBox(options: SearchBoxOptions): SearchBoxParts {
  const { client, idle } = getProvided();
  const box = createSearchBox(client ?? noClient(idle), options);
  const { search } = getHandrailStores();
  const both = [search, box.$chosen] as const;
  onMount(() => search.subscribe(box.changed));
  return {
    view: derived([...both], ([now, chosen]) => box.view(now, chosen)),
    field: derived([...both], ([now, chosen]) => ({
      ...box.view(now, chosen).input,
      value: now.query,
      oninput: (event: Event) => box.input((event.target as HTMLInputElement).value),
      onkeydown: (event: KeyboardEvent) => {
        if (box.keyDown(event)) event.preventDefault();
      },
    })),
  };
}
