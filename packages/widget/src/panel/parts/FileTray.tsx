import { fileSize, isPicture } from '@handrail/core';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { usePanel } from '../panelContext.js';
import { FileIcon } from './FileIcon.js';
import { Icon } from './Icon.js';

/** Chooses files: by button, by pasting into the field, by dropping anywhere in the panel. */
export function AttachButton({ add }: { add: (files: readonly File[]) => void }) {
  const { words } = usePanel();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const adding = useRef(add);
  adding.current = add;

  useEffect(() => {
    const form = input.current?.form;
    const panel = form?.closest<HTMLElement>('.panel');
    if (!form || !panel) return;
    const stop = new AbortController();
    const hear = <K extends keyof HTMLElementEventMap>(
      target: HTMLElement,
      type: K,
      listen: (event: HTMLElementEventMap[K]) => void,
    ) => target.addEventListener(type, listen, { signal: stop.signal });
    hear(form, 'paste', event => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      // A picture copied from a page comes with its address as text: the picture is what was meant.
      event.preventDefault();
      adding.current(files);
    });
    const brings = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    hear(panel, 'dragover', event => {
      if (!brings(event)) return;
      event.preventDefault();
      setOver(true);
    });
    hear(panel, 'dragleave', event => {
      if (!panel.contains(event.relatedTarget as Node | null)) setOver(false);
    });
    hear(panel, 'drop', event => {
      setOver(false);
      if (!brings(event)) return;
      event.preventDefault();
      adding.current([...(event.dataTransfer?.files ?? [])]);
    });
    return () => stop.abort();
  }, []);

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
      <button
        type="button"
        class="icon-button attach"
        aria-label={words('attach')}
        title={words('attach')}
        onClick={() => input.current?.click()}
      >
        <FileIcon name="clip" />
      </button>
      {over ? (
        <p class="drop" aria-hidden="true">
          {words('dropHere')}
        </p>
      ) : null}
    </>
  );
}

/** Files that go with the next message. */
export function FileTray({ files, remove }: { files: readonly File[]; remove: (file: File) => void }) {
  const { words } = usePanel();
  if (files.length === 0) return null;
  return (
    <ul class="files tray">
      {files.map(file => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`} class="file">
          <Thumbnail file={file} />
          <span class="file-text">
            <b dir="auto">{file.name}</b>
            <span class="meta">{fileSize(words.locale, file.size)}</span>
          </span>
          <button
            type="button"
            class="icon-button"
            aria-label={words('removeFile', { name: file.name })}
            title={words('removeFile', { name: file.name })}
            onClick={() => remove(file)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Thumbnail({ file }: { file: File }) {
  const url = useMemo(() => (isPicture(file.type) ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => URL.revokeObjectURL(url ?? ''), [url]);
  return <span class="file-mark">{url ? <img src={url} alt="" /> : <FileIcon name="file" />}</span>;
}
