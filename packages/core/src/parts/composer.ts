import { atom, type ReadableAtom } from 'nanostores';
import type { FileLike } from '../files/file.js';
import type { Handrail } from '../handrail.js';
import { createComposition, type KeyLike } from './composition.js';

/** What a composer needs of the client. */
export type ComposerClient = Pick<Handrail, '$draft' | 'setDraft' | 'setTyping' | 'sendMessage'>;

/** What can be attached; `lastModified`, in milliseconds, tells a file chosen twice from its namesake. */
export type ComposerFile = FileLike & { readonly lastModified?: number };

/** What a composer knows beside the text, which is the client's `$draft`. */
export interface ComposerState<F extends ComposerFile = ComposerFile> {
  /** Files that go with the next message. */
  readonly files: readonly F[];
  /** Why the last message was not taken, until somebody writes on: an error's code, and its message or nothing. */
  readonly problem: { readonly code: string; readonly message: string } | null;
  /** Files are being put away; what is sent meanwhile is not sent. */
  readonly sending: boolean;
}

/** A field one writes in, without the field. */
export interface Composer<F extends ComposerFile = ComposerFile> {
  readonly $state: ReadableAtom<ComposerState<F>>;
  /** The field's text changed: it becomes the draft, and the other side hears of the typing. */
  input(text: string): void;
  /** Attaches files, each once. */
  add(files: readonly F[]): void;
  remove(file: F): void;
  /**
   * Sends draft and files; nothing when there is neither. Never rejects: a refusal is the state's `problem`, and text and files
   * stay.
   */
  send(): Promise<void>;
  /**
   * Sends on Enter; not with Shift, and never while an input method composes.
   * @returns whether the key was used, and the field must not have it
   */
  keyDown(key: KeyLike): boolean;
  /** On `compositionstart`. */
  compositionStart(): void;
  /** On `compositionend`. */
  compositionEnd(): void;
}

/** Whether there is nothing to send. */
export const isEmpty = (draft: string, files: readonly unknown[]) => draft.trim() === '' && files.length === 0;

const isSame = (a: ComposerFile, b: ComposerFile) =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

/** The composer of one screen. Draft and messages are the client's; files that wait are forgotten with the composer. */
export function createComposer<F extends ComposerFile = ComposerFile>(client: ComposerClient): Composer<F> {
  const $state = atom<ComposerState<F>>({ files: [], problem: null, sending: false });
  const change = (next: Partial<ComposerState<F>>) => $state.set({ ...$state.get(), ...next });
  const keep = (holds: (file: F) => boolean) => change({ files: $state.get().files.filter(holds) });
  const tellTyping = (on: boolean) => void client.setTyping(on).catch(() => {});
  const { start, end, takes } = createComposition();

  const send = async () => {
    const { files, sending } = $state.get();
    const draft = client.$draft.get();
    if (sending || isEmpty(draft, files)) return;
    // Putting files away takes a moment; a second Enter must not send them twice.
    change({ problem: null, sending: files.length > 0 });
    tellTyping(false);
    try {
      await client.sendMessage(draft.trim(), ...(files.length > 0 ? [{ attachments: files }] : []));
      keep(file => !files.includes(file));
    } catch (error) {
      const { code = 'failed', message = '' } = error as { code?: string; message?: string };
      change({ problem: { code, message } });
    }
    change({ sending: false });
  };

  return {
    $state,
    input(text) {
      change({ problem: null });
      client.setDraft(text);
      tellTyping(text !== '');
    },
    add(more) {
      const files = [...$state.get().files];
      for (const file of more) if (!files.some(one => isSame(one, file))) files.push(file);
      change({ problem: null, files });
    },
    remove: file => keep(one => one !== file),
    send,
    keyDown(key) {
      if (key.key !== 'Enter' || key.shiftKey || takes(key)) return false;
      void send();
      return true;
    },
    compositionStart: start,
    compositionEnd: end,
  };
}
