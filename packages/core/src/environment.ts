import type { Page } from '@handrail/protocol';
import { packagedWebSocket } from '#webSocket';
import { type Abort, createAbort } from './abort.js';
import type { Storage } from './storage/storage.js';
import type { TabsLike } from './tabs/tabs.js';

/** What the client needs of a `Response`. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
  /** The answer in pieces; absent in runtimes that only give it whole, where a long poll takes the event stream's place. */
  readonly body?: { getReader(): ReaderLike } | null;
}

/** What the client needs of a stream's reader. */
export interface ReaderLike {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** What the client needs of `fetch`. */
export type FetchLike = (
  url: string,
  init?: {
    method?: string;
    headers?: Record<string, string>;
    body?: string;
    keepalive?: boolean;
    /** The runtime's `AbortSignal`; may be passed over. `never`, so that every runtime's `fetch` fits. */
    signal?: never;
  },
) => Promise<ResponseLike>;

/** What the client needs of a `WebSocket`; the browser's and `ws` both fit. */
export interface SocketLike {
  readonly bufferedAmount: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}

/** The page a customer stands on; headings help to suggest articles and never leave the page. */
export interface HostPage extends Page {
  readonly headings?: readonly string[];
}

/** A class of {@link SocketLike}. */
export type SocketClass = new (url: string) => SocketLike;

/** Everything the client takes from the outside. Each can be replaced, for tests or other runtimes. */
export interface Environment {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Fills the array with random bytes. */
  readonly random: (bytes: Uint8Array) => Uint8Array;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (handle: unknown) => void;
  readonly fetch: FetchLike;
  /** Makes a way to give requests up. Default: by the runtime's `AbortController`; without one they run on and are not looked at. */
  readonly abort: () => Abort;
  /** Default: the runtime's own; in Node the class of the `ws` package when there is none. Without one `fetch` does. */
  readonly WebSocket: SocketClass | undefined;
  /** Where the client may keep things between pages. */
  readonly storage: Storage;
  /** The page the customer stands on; `null` outside pages. */
  readonly page: () => HostPage | null;
  /**
   * Calls back when the network or the page comes back to life, or the network is said to be gone: a moment to look
   * whether the connection lives. Returns the unsubscribe.
   */
  readonly onWake: (wake: () => void) => () => void;
  /** Calls back when the page is put away, perhaps for good; returns the unsubscribe. It may wake again. */
  readonly onSleep: (sleep: () => void) => () => void;
  /** How the tabs of this browser share one line; `null` where each has its own. */
  readonly tabs: TabsLike | null;
  /** Preferred languages, best first. */
  readonly languages: readonly string[];
  /** IANA time zone. */
  readonly zone: string;
  readonly device: 'phone' | 'tablet' | 'desktop' | 'script';
}

interface Globals {
  Date: { now(): number };
  crypto?: { getRandomValues(bytes: Uint8Array): Uint8Array };
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  fetch?: FetchLike;
  WebSocket?: SocketClass;
}

/** Environment of any runtime, without a page and without storage of its own. Reads globals only when called. */
export function defaultEnvironment(storage: Storage, given: Partial<Environment> = {}): Environment {
  const globals = globalThis as unknown as Globals;
  return {
    now: () => globals.Date.now(),
    random: bytes => {
      if (!globals.crypto) throw new Error('No crypto.getRandomValues in this runtime; pass environment.random.');
      return globals.crypto.getRandomValues(bytes);
    },
    setTimeout: (run, ms) => globals.setTimeout(run, ms),
    clearTimeout: handle => globals.clearTimeout(handle),
    fetch: (url, init) => {
      if (!globals.fetch) return Promise.reject(new Error('No fetch in this runtime; pass environment.fetch.'));
      return globals.fetch(url, init);
    },
    abort: createAbort,
    WebSocket: globals.WebSocket ?? packagedWebSocket,
    storage,
    page: () => null,
    onWake: () => () => {},
    onSleep: () => () => {},
    tabs: null,
    languages: ['en'],
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    device: 'script',
    ...given,
  };
}
