import type { FileItem, MessageItem } from '@handrail/core';
import { fileSize, followFileUrl, isPicture, pictureBox } from '@handrail/core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keepEnd } from '../keepEnd.js';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';
import { FileIcon } from './FileIcon.js';
import { Icon } from './Icon.js';

/** Files of a message: pictures as such, all else as a row that saves it; on their way with how far they are. */
export function MessageFiles({ item }: { item: MessageItem }) {
  const isWaiting = item.seq === undefined;
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => keepEnd(list.current), []);
  return (
    <ul ref={list} class="files">
      {item.files?.map(file => (
        <li key={file.id}>{isWaiting ? <Waiting item={item} file={file} /> : <Shown file={file} />}</li>
      ))}
    </ul>
  );
}

function Shown({ file }: { file: FileItem }) {
  const { words } = usePanel();
  const url = useFileUrl(file.id);
  const link = { ...(url ? { href: url } : {}), target: '_blank', rel: 'noopener noreferrer' } as const;
  const { name, width, height } = file;
  if (isPicture(file.type) && width && height) {
    return (
      <a class="picture" style={pictureBox(width, height)} {...link} title={words('openFile', { name })}>
        {url ? <img src={url} alt={words('openFile', { name })} loading="lazy" /> : null}
      </a>
    );
  }
  return (
    <a class="file" {...link} title={words('openFile', { name })}>
      <span class="file-mark">
        <FileIcon name="file" />
      </span>
      <Text file={file} line={fileSize(words.locale, file.size)} />
      <Icon name="download" />
    </a>
  );
}

function Waiting({ item, file }: { item: MessageItem; file: FileItem }) {
  const { client, words } = usePanel();
  const part = useStore(client.$uploads).get(file.id) ?? 0;
  const size = (bytes: number) => fileSize(words.locale, bytes);
  const done = words('fileProgress', { done: size(part * file.size), total: size(file.size) });
  const { name } = file;
  return (
    <div class="file">
      <span class="file-mark">
        <FileIcon name="file" />
      </span>
      <Text file={file} line={item.state === 'refused' ? size(file.size) : done}>
        {item.state === 'refused' ? null : <progress max={1} value={part} aria-label={name} />}
      </Text>
      <button
        type="button"
        class="icon-button"
        aria-label={words('cancelFile', { name })}
        title={words('cancelFile', { name })}
        onClick={() => void client.discard(item.id).catch(() => {})}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function Text({ file, line, children }: { file: FileItem; line: string; children?: ComponentChildren }) {
  return (
    <span class="file-text">
      <b dir="auto">{file.name}</b>
      {children}
      <span class="meta">{line}</span>
    </span>
  );
}

function useFileUrl(id: string): string | undefined {
  const { client } = usePanel();
  const [url, setUrl] = useState<string>();
  useEffect(() => followFileUrl(client.fileUrl, id, setUrl), [client, id]);
  return url;
}
