import { type FileItem, fileSize, followFileUrl, isPicture, pictureBox } from '@handrail/core';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useInbox } from '../state/InboxContext.js';
import type { SpokenLine } from '../state/line.js';
import { useStore } from '../state/useStore.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';

/** Files of a message or a note. */
export function LineFiles({ line }: { line: SpokenLine }) {
  if (!line.files) return null;
  const waits = line.delivery === 'waiting' || line.delivery === 'sending' || line.delivery === 'refused';
  return (
    <ul class="files">
      {line.files.map(file => (
        <li key={file.id}>{waits ? <WaitingFile line={line} file={file} /> : <SentFile file={file} />}</li>
      ))}
    </ul>
  );
}

function SentFile({ file }: { file: FileItem }) {
  const text = useText();
  const url = useFileUrl(file.id);
  const { name, width, height } = file;
  const link = { ...(url ? { href: url } : {}), target: '_blank', rel: 'noopener noreferrer' } as const;
  const label = text.t('openFile', { name });
  if (isPicture(file.type) && width && height) {
    return (
      <a class="picture" style={pictureBox(width, height)} {...link} title={label}>
        {url ? <img src={url} alt={label} loading="lazy" /> : null}
      </a>
    );
  }
  return (
    <a class="file" {...link} title={label}>
      <FileWords name={name} line={fileSize(text.language, file.size)} />
    </a>
  );
}

function WaitingFile({ line, file }: { line: SpokenLine; file: FileItem }) {
  const { agent } = useInbox();
  const text = useText();
  const part = useStore(agent.$uploads).get(file.id) ?? 0;
  const size = (bytes: number) => fileSize(text.language, bytes);
  const refused = line.delivery === 'refused';
  const done = text.t('fileProgress', { done: size(part * file.size), total: size(file.size) });
  return (
    <div class="file">
      <FileWords name={file.name} line={refused ? size(file.size) : done}>
        {!refused && <progress max={1} value={part} aria-label={file.name} />}
      </FileWords>
      <IconButton
        icon="cross"
        label={text.t('cancelFile', { name: file.name })}
        onClick={() => agent.discard(line.id)}
      />
    </div>
  );
}

function FileWords({ name, line, children }: { name: string; line: string; children?: ComponentChildren }) {
  return (
    <>
      <Icon name="article" />
      <span class="file-text">
        <b dir="auto">{name}</b>
        {children}
        <span class="meta">{line}</span>
      </span>
    </>
  );
}

/** Files that go with the next reply or note. */
export function FilesToSend({ files, remove }: { files: readonly File[]; remove: (file: File) => void }) {
  const text = useText();
  if (files.length === 0) return null;
  return (
    <ul class="files to-send">
      {files.map(file => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`} class="file">
          <FileWords name={file.name} line={fileSize(text.language, file.size)} />
          <IconButton icon="cross" label={text.t('removeFile', { name: file.name })} onClick={() => remove(file)} />
        </li>
      ))}
    </ul>
  );
}

function useFileUrl(id: string): string | undefined {
  const { agent } = useInbox();
  const [url, setUrl] = useState<string>();
  useEffect(() => followFileUrl(agent.fileUrl, id, setUrl), [agent, id]);
  return url;
}
