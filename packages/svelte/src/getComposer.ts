import { type Composer, type ComposerState, createComposer, isEmpty, noClient } from '@handrail/core/parts';
import { derived, type Readable } from 'svelte/store';
import { getProvided } from './getHandrail.js';
import { getHandrailStores } from './getHandrailStores.js';

/** To spread over an `<input>` or `<textarea>` one writes in. */
export interface ComposerField {
  readonly value: string;
  readonly oninput: (event: Event) => void;
  readonly onkeydown: (event: KeyboardEvent) => void;
  readonly oncompositionstart: () => void;
  readonly oncompositionend: () => void;
}

/** What `getComposer` gives. */
export interface ComposerParts extends Pick<Composer<File>, 'add' | 'remove' | 'send'> {
  /** The draft, files, what went wrong, and whether there is nothing to send. */
  readonly state: Readable<ComposerState<File> & { readonly text: string; readonly isEmpty: boolean }>;
  readonly field: Readable<ComposerField>;
}

/**
 * While a component initialises: a field one writes in. Enter sends, never while an input method composes; draft and files stay when
 * they are refused.
 * @throws HandrailError `bad_request` where no client was given
 */
export function getComposer(): ComposerParts {
  const { client, idle } = getProvided();
  const composer = createComposer<File>(client ?? noClient(idle));
  const { draft } = getHandrailStores();
  const { add, remove, send } = composer;
  return {
    add,
    remove,
    send,
    state: derived([draft, composer.$state], ([text, own]) => ({ ...own, text, isEmpty: isEmpty(text, own.files) })),
    field: derived(draft, value => ({
      value,
      oninput: (event: Event) => composer.input((event.target as HTMLInputElement).value),
      onkeydown: (event: KeyboardEvent) => {
        if (composer.keyDown(event)) event.preventDefault();
      },
      oncompositionstart: composer.compositionStart,
      oncompositionend: composer.compositionEnd,
    })),
  };
}
