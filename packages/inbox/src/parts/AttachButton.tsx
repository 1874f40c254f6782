import { useRef } from 'preact/hooks';
import { useText } from '../text/TextContext.js';
import { IconButton } from './IconButton.js';

/** Chooses files for the next reply or note. */
export function AttachButton({ add }: { add: (files: readonly File[]) => void }) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={event => {
          add([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <IconButton icon="clip" label={text.t('attach')} onClick={() => input.current?.click()} />
    </>
  );
}
