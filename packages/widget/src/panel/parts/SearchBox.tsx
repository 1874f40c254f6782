import type { SearchView } from '@handrail/core/parts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { IconButton } from './Header.js';
import { Icon } from './Icon.js';

/** The search field; a combobox where results stand below it. */
export function SearchBox(props: {
  value: string;
  onInput: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  focus?: boolean;
  /** Hears of composed text only when its composition has ended. */
  waitsForComposition?: boolean;
  /** Attributes of the field, where results stand below it. */
  combobox?: SearchView['input'];
}) {
  const { words } = usePanel();
  const input = useRef<HTMLInputElement>(null);
  // Before the next key: what is typed while the place changes must not get lost.
  useLayoutEffect(() => {
    const field = input.current;
    if (!props.focus || !field) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [props.focus]);
  const clear = () => {
    props.onInput('');
    input.current?.focus();
  };
  return (
    <div class={props.value ? 'search-box filled' : 'search-box'}>
      <Icon name="search" />
      <input
        ref={input}
        class="input"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellcheck={false}
        // Empty, it runs as the panel does: the placeholder has no say in "auto".
        dir={props.value ? 'auto' : undefined}
        aria-label={words('search')}
        placeholder={words('search')}
        value={props.value}
        onInput={event => {
          // Home gives way to the results; doing so in the middle of a composition would break it.
          if (props.waitsForComposition && event.isComposing) return;
          props.onInput(event.currentTarget.value);
        }}
        onCompositionEnd={event => {
          if (props.waitsForComposition) props.onInput(event.currentTarget.value);
        }}
        onKeyDown={event => props.onKeyDown?.(event)}
        {...props.combobox}
      />
      {props.value ? <IconButton icon="close" label={words('clear')} onClick={clear} /> : null}
    </div>
  );
}
