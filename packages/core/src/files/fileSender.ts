import { DEFAULT_LIMITS, type FileLink, type Send } from '@handrail/protocol';
import { backoff } from '../backoff.js';
import type { Environment } from '../environment.js';
import { HandrailError } from '../errors.js';
import type { Outbox, Unsent } from '../outbox.js';
import type { Stores } from '../stores.js';
import type { FileLike, WaitingFile } from './file.js';
import { type FileBox, openFileBox } from './fileBox.js';
import { fileRequest, type SendFileParts, sendFile } from './sendFile.js';

/** What the sender needs. */
export interface FileSenderParts extends SendFileParts {
  readonly environment: Environment;
  readonly newId: () => string;
  readonly outbox: Outbox;
  /** Told of a message whose files were refused for good. */
  readonly refused: (error: HandrailError, frame: Send) => void;
  /** Name of the browser's database. */
  readonly name: string;
  /** Part of each file that is on the server, from 0 to 1, by the file's id. */
  /** Without `$consent` files may be kept in the browser. */
  readonly stores: Pick<Stores, '$uploads'> & Partial<Pick<Stores, '$consent'>>;
  /** Default: the browser's database. */
  readonly box?: FileBox;
}

/** Sends the files of what waits in the outbox, then lets the messages go. */
export interface FileSender {
  /** Takes files in, so that they outlive the page; rejects before anything is kept when they are too many or too large. */
  keep(files: readonly FileLike[], limits?: FileLimits): Promise<readonly WaitingFile[]>;
  /** Looks at the outbox: begins what waits, hurries what was to be tried later. */
  pump(): void;
  /** An address of a file in the log, good for a while. */
  link(id: string): Promise<string>;
  clear(): void;
  stop(): void;
}

/** What the server takes. */
export type FileLimits = Partial<Record<'fileBytes' | 'filesPerMessage', number>>;

/** A link that ends sooner than this is asked for anew, in milliseconds. */
const FRESH_MS = 60_000;

export function createFileSender(parts: FileSenderParts): FileSender {
  const { environment, outbox, stores } = parts;
  const { $uploads } = stores;
  const box = parts.box ?? openFileBox(parts.name, () => stores.$consent?.get().storage ?? true);
  const busy = new Set<string>();
  const later = new Map<string, unknown>();
  const links = new Map<string, FileLink>();
  /** Files of each message on its way, to clear up behind it. */
  const sending = new Map<string, readonly WaitingFile[]>();
  const released = new Set<string>();
  let stopped = false;

  const told = (id: string, part: number) => $uploads.set(new Map($uploads.get()).set(id, part));
  const waits = (message: string) =>
    !stopped && outbox.$unsent.get().some(({ frame, refused }) => frame.id === message && !refused);

  async function sendAll({ frame, files = [] }: Unsent, attempt: number): Promise<void> {
    const message = frame.id;
    busy.add(message);
    sending.set(message, files);
    try {
      for (const file of files) {
        await sendFile(parts, file, await box.get(file.id), part => {
          if (waits(message)) told(file.id, part);
          return waits(message);
        });
      }
      if (!waits(message)) return;
      released.add(message);
      outbox.release(message);
    } catch (error) {
      failed(message, known(error), attempt);
    } finally {
      busy.delete(message);
    }
  }

  function failed(message: string, error: HandrailError, attempt: number) {
    // Somebody else, another tab perhaps, goes on with the same file: look again where it ends.
    const passes = error.retryable || error.code === 'file_offset';
    if (!passes) {
      const entry = outbox.$unsent.get().find(({ frame }) => frame.id === message);
      outbox.refuse(message, error);
      if (entry) parts.refused(error, entry.frame);
      return;
    }
    const [chance = 0] = environment.random(new Uint8Array(1));
    const wait = Math.max((error.retryAfter ?? 0) * 1000, backoff(attempt, chance / 256));
    later.set(
      message,
      environment.setTimeout(() => begin(message, attempt + 1), wait),
    );
  }

  function begin(message: string, attempt: number) {
    environment.clearTimeout(later.get(message));
    later.delete(message);
    const entry = outbox.$unsent.get().find(({ frame }) => frame.id === message);
    if (entry?.files && !entry.refused && !busy.has(message) && !stopped) void sendAll(entry, attempt);
  }

  /** What left the outbox needs its files no longer; what was discarded is taken back from the server too. */
  const stopTidying = outbox.$unsent.listen(unsent => {
    const left = new Set(unsent.map(({ frame }) => frame.id));
    for (const [message, files] of sending) {
      if (left.has(message)) continue;
      sending.delete(message);
      const uploads = new Map($uploads.get());
      for (const { id } of files) {
        uploads.delete(id);
        void box.remove(id);
        if (!released.has(message)) void fileRequest(parts, 'DELETE', `/${id}`).catch(() => {});
      }
      released.delete(message);
      $uploads.set(uploads);
    }
  });

  return {
    async keep(files, limits = {}) {
      const { fileBytes, filesPerMessage } = { ...DEFAULT_LIMITS, ...limits };
      if (files.length > filesPerMessage) throw tooMuch('attachments', `at most ${filesPerMessage}`, `${files.length}`);
      for (const [place, { size }] of files.entries()) {
        if (size > fileBytes) throw tooMuch(`attachments/${place}`, `at most ${fileBytes} bytes`, `${size}`);
        if (!(size > 0)) throw tooMuch(`attachments/${place}`, 'at least one byte', 'none');
      }
      const waiting = files.map(({ name, type, size }) => ({ id: parts.newId(), name, type, size }));
      await Promise.all(waiting.map(({ id }, place) => box.put(id, files[place] as FileLike)));
      return waiting;
    },
    pump() {
      for (const { frame, files, refused } of outbox.$unsent.get()) {
        if (!files) continue;
        sending.set(frame.id, files);
        if (!refused) begin(frame.id, 0);
      }
    },
    async link(id) {
      const before = links.get(id);
      if (before && before.expiresAt - environment.now() > FRESH_MS) return before.url;
      const response = await fileRequest(parts, 'GET', `/${id}/link`);
      const { url, expiresAt } = (await response.json()) as FileLink;
      const link = { url: parts.server + url, expiresAt };
      links.set(id, link);
      return link.url;
    },
    clear() {
      links.clear();
      sending.clear();
      $uploads.set(new Map());
      void box.clear();
    },
    stop() {
      stopped = true;
      stopTidying();
      for (const handle of later.values()) environment.clearTimeout(handle);
    },
  };
}

function known(error: unknown): HandrailError {
  return error instanceof HandrailError ? error : new HandrailError('internal', String(error), { cause: error });
}

function tooMuch(path: string, expected: string, got: string): HandrailError {
  return new HandrailError(
    'too_large',
    `${path}: expected ${expected}, got ${got}. Nothing was sent; the text is kept.`,
  );
}
