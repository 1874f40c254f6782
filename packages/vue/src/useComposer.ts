import { type Composer, type ComposerState, createComposer, isEmpty, noClient } from '@handrail/core/parts';
import { useStore } from '@nanostores/vue';
import { type ComputedRef, computed } from 'vue';
import { useProvided } from './useHandrail.js';
import { useDraft } from './useStoreValue.js';

/** For `v-bind` on an `<input>` or `<textarea>` one writes in. */
export interface ComposerField {
  readonly value: string;
  readonly onInput: (event: Event) => void;
  readonly onKeydown: (event: KeyboardEvent) => void;
  readonly onCompositionstart: () => void;
  readonly onCompositionend: () => void;
}

/** What `useComposer` gives. */
export interface ComposerParts extends Pick<Composer<File>, 'add' | 'remove' | 'send'> {
  /** The draft, files, what went wrong, and whether there is nothing to send. */
  readonly state: ComputedRef<ComposerState<File> & { readonly text: string; readonly isEmpty: boolean }>;
  readonly field: ComputedRef<ComposerField>;
}

/**
 * A field one writes in: Enter sends, never while an input method composes; draft and files stay when they are refused.
 * @throws HandrailError `bad_request` where no client is provided
 */
export function useComposer(): ComposerParts {
  const { client, idle } = useProvided();
  const composer = createComposer<File>(client ?? noClient(idle));
  const [text, own] = [useDraft(), useStore(composer.$state)];
  const { add, remove, send } = composer;
  return {
    add,
    remove,
    send,
    state: computed(() => ({ ...own.value, text: text.value, isEmpty: isEmpty(text.value, own.value.files) })),
    field: computed(() => ({
      value: text.value,
      onInput: event => composer.input((event.target as HTMLInputElement).value),
      onKeydown: event => {
        if (composer.keyDown(event)) event.preventDefault();
      },
      onCompositionstart: composer.compositionStart,
      onCompositionend: composer.compositionEnd,
    })),
  };
}
