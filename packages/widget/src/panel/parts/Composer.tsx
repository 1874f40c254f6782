import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { useLazy } from '../useLazy.js';
import { useStore } from '../useStore.js';
import { Icon } from './Icon.js';

/** Where one writes. Enter sends, but never while an input method composes; Shift+Enter starts a line. */
export function Composer(props: { placeholder: string; first: boolean; takesFiles: boolean }) {
  const { placeholder, first, takesFiles } = props;
  const { client, words, lazy } = usePanel();
  const draft = useStore(client.$draft);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const sending = useRef(false);
  const views = useLazy(takesFiles, lazy.files);
  const attach = takesFiles ? views : null;
  const matching = useLazy(first && draft !== '', lazy.matching);
  const isEmpty = draft.trim() === '' && files.length === 0;

  useLayoutEffect(() => {
    const area = field.current;
    if (!area || CSS.supports('field-sizing', 'content')) return;
    area.style.setProperty('height', 'auto');
    area.style.setProperty('height', `${area.scrollHeight}px`);
  }, [draft]);

  const send = async () => {
    // Keeping files takes a moment; a second Enter must not send them twice.
    if (isEmpty || sending.current) return;
    sending.current = files.length > 0;
    setProblem(null);
    void client.setTyping(false).catch(() => {});
    try {
      await client.sendMessage(draft.trim(), ...(files.length > 0 ? [{ attachments: files }] : []));
      setFiles(now => now.filter(one => !files.includes(one)));
    } catch (error) {
      const tooMuch = (error as { code?: string }).code === 'too_large';
      setProblem(tooMuch ? words('filesTooMuch') : error instanceof Error ? error.message : words('failed'));
    }
    sending.current = false;
  };
  const add = (more: readonly File[]) => {
    setProblem(null);
    const isNew = ({ name, size, lastModified }: File) =>
      !files.some(one => one.name === name && one.size === size && one.lastModified === lastModified);
    setFiles([...files, ...more.filter(isNew)]);
    field.current?.focus();
  };
  const keyDown = (event: KeyboardEvent) => {
    // Safari ends a composition before the keydown of the Enter that confirmed it; keyCode 229 tells.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || composing.current || event.keyCode === 229)
      return;
    event.preventDefault();
    void send();
  };
  const input = (text: string) => {
    setProblem(null);
    client.setDraft(text);
    void client.setTyping(text !== '').catch(() => {});
  };

  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      {first && matching ? <matching.Matching text={draft} /> : null}
      {problem ? (
        <p class="error-text" role="alert">
          {problem}
        </p>
      ) : null}
      {attach ? <attach.FileTray files={files} remove={file => setFiles(files.filter(one => one !== file))} /> : null}
      <div class="composer">
        <textarea
          ref={field}
          rows={1}
          dir={draft ? 'auto' : undefined}
          data-composer
          aria-label={placeholder}
          placeholder={placeholder}
          value={draft}
          onInput={event => input(event.currentTarget.value)}
          onKeyDown={keyDown}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={() => {
            composing.current = false;
          }}
        />
        {attach ? <attach.AttachButton add={add} /> : null}
        <button type="submit" class="send-button" aria-label={words('sendMessage')} disabled={isEmpty}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
