import type { ClientFrame, ServerFrame } from '@handrail/protocol';

/** One socket a client opened, as a test drives it from the server's end. */
export interface FakeSocket {
  readonly url: string;
  /** Frames the client sent, oldest first. */
  readonly sent: readonly ClientFrame[];
  /** How the client closed it; `null` while it has not. */
  readonly closedByClient: { readonly code: number | undefined; readonly reason: string | undefined } | null;
  /** Whether the client can still hear this socket. */
  readonly isOpen: boolean;
  /** Confirms the connection. */
  open(): void;
  /** Delivers a frame, or any text, to the client. */
  receive(frame: ServerFrame | string): void;
  /** Ends the connection from the server's side. Default code: 1006, a connection that just broke. */
  close(code?: number, reason?: string): void;
  /** The sent frames of one kind. */
  sentOf<T extends ClientFrame['t']>(kind: T): (ClientFrame & { t: T })[];
}

/** A stand-in for the network: the class to pass as `environment.WebSocket`, and every socket it made. */
export interface FakeNetwork {
  readonly WebSocket: new (url: string) => ClientSocket;
  readonly sockets: readonly FakeSocket[];
  /** The newest socket. Throws when there is none. */
  readonly socket: FakeSocket;
}

/** The client's end; has what the SDK needs of a `WebSocket`. */
export interface ClientSocket {
  readonly bufferedAmount: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}

/**
 * Makes a network that does only what it is told.
 * @param onSend called with each frame a client sends; answer from it to play a server
 */
export function fakeNetwork(onSend: (frame: ClientFrame, socket: FakeSocket) => void = () => {}): FakeNetwork {
  const sockets: FakeSocket[] = [];

  class ClientEnd implements ClientSocket {
    readonly bufferedAmount = 0;
    onopen: ((event: never) => void) | null = null;
    onmessage: ((event: never) => void) | null = null;
    onclose: ((event: never) => void) | null = null;
    onerror: ((event: never) => void) | null = null;
    readonly #end: FakeSocket;
    readonly #sent: ClientFrame[] = [];
    #state: 'connecting' | 'open' | 'closed' = 'connecting';
    #closedByClient: FakeSocket['closedByClient'] = null;

    constructor(url: string) {
      this.#end = this.#serverEnd(url);
      sockets.push(this.#end);
    }

    send(text: string) {
      if (this.#state === 'connecting') throw new Error('fakeSocket: send before the connection is open.');
      if (this.#state === 'closed') return;
      const frame = JSON.parse(text) as ClientFrame;
      this.#sent.push(frame);
      // As on a real connection, no answer comes from inside `send`.
      queueMicrotask(() => onSend(frame, this.#end));
    }

    close(code?: number, reason?: string) {
      if (code !== undefined && code !== 1000 && (code < 3000 || code > 4999)) {
        throw new Error(`fakeSocket: close code should be 1000 or 3000 to 4999, got ${code}.`);
      }
      this.#closedByClient ??= { code, reason };
      this.#state = 'closed';
    }

    #serverEnd(url: string): FakeSocket {
      const client = this;
      return {
        url,
        sent: this.#sent,
        get closedByClient() {
          return client.#closedByClient;
        },
        get isOpen() {
          return client.#state === 'open';
        },
        open() {
          if (client.#state !== 'connecting') return;
          client.#state = 'open';
          client.onopen?.({} as never);
        },
        receive(frame) {
          const data = typeof frame === 'string' ? frame : JSON.stringify(frame);
          client.onmessage?.({ data } as never);
        },
        close(code = 1006, reason = '') {
          client.#state = 'closed';
          client.onclose?.({ code, reason } as never);
        },
        sentOf: <T extends ClientFrame['t']>(kind: T) =>
          client.#sent.filter((frame): frame is ClientFrame & { t: T } => frame.t === kind),
      };
    }
  }

  return {
    WebSocket: ClientEnd,
    sockets,
    get socket() {
      const newest = sockets.at(-1);
      if (!newest) throw new Error('fakeSocket: no connection was opened.');
      return newest;
    },
  };
}
