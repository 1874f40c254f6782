import type { Readable } from 'node:stream';
import type { FileLink } from '@handrail/protocol';
import type { Can } from '../access/can.js';
import type { ConversationFacts } from '../access/conversationFacts.js';
import type { Random } from '../access/tokens.js';
import type { AgentActor, VisitorActor } from '../access/who.js';
import type { ServerLimits } from '../gateway/serverLimits.js';
import { senderKey } from '../log/senderKey.js';
import type { Store, Upload } from '../store/store.js';
import type { Blobs } from './blobs.js';
import { isGoodLink, linkTo } from './fileLinks.js';
import { cleanName } from './fileName.js';
import { FileProblem } from './fileProblem.js';
import { takesType } from './fileTypes.js';
import { LOOK_BYTES, lookAtFile } from './lookAtFile.js';

/** A person with a token. */
export type Person = VisitorActor | AgentActor;

/** A file as its sender announces it. */
export interface Announced {
  /** A UUIDv7 made by the sender; the same announcement again goes on where the first ended. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** How much of a file is there, in bytes. */
export interface Progress {
  readonly offset: number;
  readonly size: number;
}

/** A whole file. */
export interface OpenFile {
  readonly upload: Upload & { readonly type: string };
  /** Both places are included. */
  read(start: number, end: number): Readable;
}

/** Looks at a whole file before it may enter a conversation; resolves with why not, or `null`. */
export type ScanFile = (file: {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  read(): Readable;
}) => Promise<string | null>;

/** Files on their way into conversations, and out of them. Everything here rejects with a `FileProblem`. */
export interface Files {
  announce(person: Person, file: Announced): Promise<Progress>;
  progress(person: Person, id: string): Promise<Progress>;
  /** Goes on at `offset`. The last byte makes the file whole: then it is looked at, and refused or kept. */
  add(person: Person, id: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<Progress>;
  /** Takes a file back that no message brought yet. */
  cancel(person: Person, id: string): Promise<void>;
  /** An address, relative to the server, that shows the file for a while to whoever has it. */
  link(person: Person, id: string): Promise<FileLink>;
  /** What a link leads to. */
  open(id: string, until: number, sign: string): Promise<OpenFile>;
  /** Removes what no message brought in time. */
  sweep(): Promise<void>;
}

/** What they are made of. */
export interface FilesParts {
  readonly store: Store;
  readonly blobs: Blobs;
  readonly can: Can;
  readonly facts: ConversationFacts;
  readonly limits: ServerLimits;
  /** Content types that are taken. */
  readonly types: readonly string[];
  readonly scan?: ScanFile | undefined;
  readonly random: Random;
  readonly now: () => number;
  /** Told of every file that became whole or was refused. */
  readonly received: (result: 'kept' | 'refused', bytes: number) => void;
}

const DAY_MS = 86_400_000;
/** Files looked through in one sweep. */
const SWEEP = 500;

export function createFiles(parts: FilesParts): Files {
  const { store, blobs, limits, now } = parts;
  const writing = createTurns();

  async function ownLoose(person: Person, id: string): Promise<Upload> {
    const upload = await store.upload(id);
    if (upload?.owner !== senderKey(person) || upload.site !== person.site) throw notFound(id);
    return upload;
  }

  async function announce(person: Person, file: Announced): Promise<Progress> {
    if (!parts.can(person, 'file:send', { site: person.site }))
      throw new FileProblem('forbidden', 'Not for this person.');
    const owner = senderKey(person);
    const known = await store.upload(file.id);
    if (known) {
      if (known.owner === owner && known.size === file.size) return progressOf(known);
      throw new FileProblem('id_conflict', `The id ${file.id} stands for another file.`);
    }
    if (!(file.size > 0)) throw sizeProblem('bad_request', 'The file is empty.', 'at least 1 byte', file.size);
    if (file.size > limits.fileBytes) {
      throw sizeProblem('too_large', 'The file is too large.', `at most ${limits.fileBytes} bytes`, file.size);
    }
    if (person.kind === 'visitor') {
      const today = await store.uploadedBytes(owner, now() - DAY_MS);
      if (today + file.size > limits.fileBytesPerDay) {
        const message = `More than ${limits.fileBytesPerDay} bytes of files in a day.`;
        throw new FileProblem('rate_limited', message, { retryAfter: 3600 });
      }
    }
    const key = Buffer.from(parts.random(new Uint8Array(24))).toString('base64url');
    const nothing = { type: null, width: null, height: null, conversation: null, broughtBy: null };
    const upload = { ...file, name: cleanName(file.name), site: person.site, owner, createdAt: now(), key, ...nothing };
    if (!(await store.addUpload(upload))) return announce(person, file);
    return { offset: 0, size: file.size };
  }

  async function progressOf({ id, size, type }: Upload): Promise<Progress> {
    return { offset: type === null ? await blobs.size(id) : size, size };
  }

  async function add(person: Person, id: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<Progress> {
    const upload = await ownLoose(person, id);
    return writing.take(id, bytes, async own => {
      const there = (await progressOf(upload)).offset;
      if (offset !== there) {
        const details = { path: 'Upload-Offset', expected: `${there}`, got: `${offset}` };
        throw new FileProblem('file_offset', `The file goes on at ${there}.`, details);
      }
      if (upload.type !== null) return { offset: there, size: upload.size };
      const reached = await blobs.append(id, own, upload.size);
      if (reached === upload.size) await finish(upload);
      return { offset: reached, size: upload.size };
    });
  }

  async function finish({ id, name, size }: Upload): Promise<void> {
    const found = await lookAtFile(await blobs.head(id, LOOK_BYTES), name, size <= LOOK_BYTES);
    const { type } = found;
    const why = takesType(parts.types, type)
      ? await parts.scan?.({ name, type, size, read: () => blobs.read(id, 0, size - 1) })
      : `Files of the kind ${type} are not taken.`;
    parts.received(why ? 'refused' : 'kept', size);
    if (!why) return store.finishUpload(id, found);
    await forget(id);
    throw new FileProblem('file_refused', why, { expected: parts.types.join(', '), got: type });
  }

  async function forget(id: string): Promise<boolean> {
    if (!(await store.removeUpload(id))) return false;
    await blobs.remove(id);
    return true;
  }

  async function mayRead(person: Person, { owner, conversation, broughtBy }: Upload): Promise<boolean> {
    if (conversation === null) return owner === senderKey(person);
    const object = await parts.facts(conversation);
    const action = broughtBy === 'note' ? 'file:readOfNote' : 'file:readOfMessage';
    return object !== null && parts.can(person, action, object);
  }

  return {
    announce,
    add,
    progress: async (person, id) => progressOf(await ownLoose(person, id)),
    async cancel(person, id) {
      await ownLoose(person, id);
      writing.stop(id);
      if (!(await forget(id))) throw new FileProblem('id_conflict', `A message holds the file ${id}.`);
    },
    async link(person, id) {
      const upload = await store.upload(id);
      if (!upload || upload.type === null || !(await mayRead(person, upload))) throw notFound(id);
      const expiresAt = now() + limits.fileLinkMs;
      return { url: linkTo(upload, expiresAt), expiresAt };
    },
    async open(id, until, sign) {
      const upload = await store.upload(id);
      const type = upload?.type ?? null;
      if (!upload || type === null || !isGoodLink(upload, until, sign, now())) {
        throw new FileProblem('not_found', 'The link is not good, or not any more; ask for another.');
      }
      return { upload: { ...upload, type }, read: (start, end) => blobs.read(id, start, end) };
    },
    async sweep() {
      for (const { id } of await store.looseUploads(now() - limits.fileWaitMs, SWEEP)) await forget(id);
    },
  };
}

/**
 * One writer of a file at a time, and the newest wins: whoever comes back after a lost connection must not wait for the one that
 * hangs.
 */
function createTurns() {
  const running = new Map<string, { stop: () => void; done: Promise<unknown> }>();
  return {
    stop: (id: string) => running.get(id)?.stop(),
    async take<T>(
      id: string,
      bytes: AsyncIterable<Uint8Array>,
      write: (own: AsyncIterable<Uint8Array>) => Promise<T>,
    ): Promise<T> {
      for (let before = running.get(id); before; before = running.get(id)) {
        before.stop();
        await before.done.catch(() => {});
      }
      const source = bytes as AsyncIterable<Uint8Array> & { destroy?: (error: Error) => void };
      const done = write(bytes);
      const own = { stop: () => source.destroy?.(new Error('Another request goes on with this file.')), done };
      running.set(id, own);
      try {
        return await done;
      } finally {
        if (running.get(id) === own) running.delete(id);
      }
    },
  };
}

function notFound(id: string): FileProblem {
  return new FileProblem('not_found', `There is no file ${id}.`);
}

function sizeProblem(code: 'bad_request' | 'too_large', message: string, expected: string, got: number): FileProblem {
  return new FileProblem(code, message, { path: 'Upload-Length', expected, got: `${got} bytes` });
}
