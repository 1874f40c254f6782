'use client';
import type { SearchState } from '@handrail/core';
import { type ComboboxProps, createSearchBox, type SearchBoxOptions, type SearchView } from '@handrail/core/parts';
import { useStore } from '@nanostores/react';
import { type ChangeEvent, type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { usePartsClient } from './useParts.js';
import { useSearch } from './useStoreValue.js';

/** Props of the `<input>` of a search. */
export interface SearchField extends ComboboxProps {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What `useSearchBox` gives. */
export interface SearchBoxParts extends Omit<SearchView, 'input'> {
  readonly search: SearchState;
  readonly field: SearchField;
}

/**
 * A combobox over the help centre: keys, the option it points at, and the attributes of field, list and options.
 * @throws HandrailError `bad_request` outside a provider
 */
export function useSearchBox({ id, open, escapes = true }: SearchBoxOptions): SearchBoxParts {
  const client = usePartsClient();
  const newest = useRef(open);
  const box = useMemo(
    () => createSearchBox(client, { id, escapes, open: target => newest.current(target) }),
    [client, id, escapes],
  );
  const search = useSearch();
  const { input, ...view } = box.view(search, useStore(box.$chosen));
  useEffect(() => {
    newest.current = open;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: to be told of each state of the search
  useEffect(box.changed, [box, search]);
  const field: SearchField = {
    ...input,
    value: search.query,
    onChange: event => box.input(event.target.value),
    onKeyDown: event => {
      if (box.keyDown(event.nativeEvent)) event.preventDefault();
    },
  };
  return { ...view, search, field };
}
