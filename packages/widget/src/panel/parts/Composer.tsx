import { createComposer, isEmpty } from '@handrail/core/parts';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { useLazy } from '../useLazy.js';
import { useStore } from '../useStore.js';
import { Icon } from './Icon.js';

/** Where one writes. Enter sends, but never while an input method composes; Shift+Enter starts a line. */
export function Composer(props: { placeholder: string; first: boolean; takesFiles: boolean }) {
  const { placeholder, first, takesFiles } = props;
  const { client, words, lazy } = usePanel();
  const draft = useStore(client.$draft);
  const composer = useMemo(() => createComposer<File>(client), [client]);
  const { files, problem } = useStore(composer.$state);
  const field = useRef<HTMLTextAreaElement>(null);
  const views = useLazy(takesFiles, lazy.files);
  const attach = takesFiles ? views : null;
  const matching = useLazy(first && draft !== '', lazy.matching);

  useLayoutEffect(() => {
    const area = field.current;
    if (!area || CSS.supports('field-sizing', 'content')) return;
    area.style.setProperty('height', 'auto');
    area.style.setProperty('height', `${area.scrollHeight}px`);
  }, [draft]);

  const add = (more: readonly File[]) => {
    composer.add(more);
    field.current?.focus();
  };

  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void composer.send();
      }}
    >
      {first && matching ? <matching.Matching text={draft} /> : null}
      {problem ? (
        <p class="error-text" role="alert">
          {problem.code === 'too_large' ? words('filesTooMuch') : problem.message || words('failed')}
        </p>
      ) : null}
      {attach ? <attach.FileTray files={files} remove={composer.remove} /> : null}
      <div class="composer">
        <textarea
          ref={field}
          rows={1}
          dir={draft ? 'auto' : undefined}
          data-composer
          aria-label={placeholder}
          placeholder={placeholder}
          value={draft}
          onInput={event => composer.input(event.currentTarget.value)}
          onKeyDown={event => composer.keyDown(event) && event.preventDefault()}
          onCompositionStart={composer.compositionStart}
          onCompositionEnd={composer.compositionEnd}
        />
        {attach ? <attach.AttachButton add={add} /> : null}
        <button type="submit" class="send-button" aria-label={words('sendMessage')} disabled={isEmpty(draft, files)}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
