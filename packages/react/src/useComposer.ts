'use client';
import { type Composer, type ComposerState, createComposer, isEmpty } from '@handrail/core/parts';
import { useStore } from '@nanostores/react';
import { type ChangeEvent, type KeyboardEvent, useMemo } from 'react';
import { usePartsClient } from './useParts.js';
import { useDraft } from './useStoreValue.js';

/** Props of an `<input>` or `<textarea>` one writes in. */
export interface ComposerField {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: () => void;
}

/** What `useComposer` gives. */
export interface ComposerParts extends ComposerState<File>, Pick<Composer<File>, 'add' | 'remove' | 'send'> {
  /** The draft. */
  readonly text: string;
  /** There is nothing to send. */
  readonly isEmpty: boolean;
  readonly field: ComposerField;
}

/**
 * A field one writes in: Enter sends, never while an input method composes; draft and files stay when they are refused.
 * @throws HandrailError `bad_request` outside a provider
 */
export function useComposer(): ComposerParts {
  const client = usePartsClient();
  const composer = useMemo(() => createComposer<File>(client), [client]);
  const state = useStore(composer.$state);
  const text = useDraft();
  const { add, remove, send } = composer;
  const field: ComposerField = {
    value: text,
    onChange: event => composer.input(event.target.value),
    onKeyDown: event => {
      if (composer.keyDown(event.nativeEvent)) event.preventDefault();
    },
    onCompositionStart: composer.compositionStart,
    onCompositionEnd: composer.compositionEnd,
  };
  return { ...state, add, remove, send, text, isEmpty: isEmpty(text, state.files), field };
}
