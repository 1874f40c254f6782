import {
  type ComboboxProps,
  createSearchBox,
  noClient,
  type SearchBoxOptions,
  type SearchView,
} from '@handrail/core/parts';
import { useStore } from '@nanostores/vue';
import { type ComputedRef, computed, watch } from 'vue';
import { useProvided } from './useHandrail.js';
import { useSearch } from './useStoreValue.js';

/** For `v-bind` on the `<input>` of a search. */
export interface SearchField extends ComboboxProps {
  readonly value: string;
  readonly onInput: (event: Event) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
}

/** What `useSearchBox` gives. */
export interface SearchBoxParts {
  readonly view: ComputedRef<SearchView>;
  readonly field: ComputedRef<SearchField>;
}

/**
 * A combobox over the help centre: keys, the option it points at, and the attributes of field, list and options.
 * @throws HandrailError `bad_request` where no client is provided
 */
export function useSearchBox(options: SearchBoxOptions): SearchBoxParts {
  const { client, idle } = useProvided();
  const box = createSearchBox(client ?? noClient(idle), options);
  const [search, chosen] = [useSearch(), useStore(box.$chosen)];
  watch(search, box.changed);
  const view = computed(() => box.view(search.value, chosen.value));
  return {
    view,
    field: computed(() => ({
      ...view.value.input,
      value: search.value.query,
      onInput: event => box.input((event.target as HTMLInputElement).value),
      onKeydown: event => {
        if (box.keyDown(event)) event.preventDefault();
      },
    })),
  };
}
