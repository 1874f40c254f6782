import { type Answer, encode, type Hello } from '@handrail/protocol';
import type { Environment } from '../environment.js';
import { HandrailError } from '../errors.js';
import { postJson } from '../http.js';
import type { TransportEvents } from './transport.js';

/** What a transport of many requests works with. */
export interface Line {
  readonly isOver: () => boolean;
  /** Asks the server; rejects when the answer takes longer than `ms`, or the line ends. */
  ask(path: string, token: string, body: unknown, ms: number): Promise<Answer>;
  /** Hands frames over and ends when the answer says so. */
  deliver(answer: Answer): void;
  /** Ends because of an error; a server that said when to come back is heard. */
  fail(error: unknown): void;
  end(code: number, reason: string): void;
  /** For a request that `ask` does not make. */
  readonly signal: { readonly signal?: never };
}

/** Where the server is, and what reaches it. */
export interface LineParts {
  readonly environment: Environment;
  /** Origin of the server. */
  readonly server: string;
  /** Milliseconds until a sign must be there that this way leads to the server. */
  readonly connectTimeout: number;
}

/** What refusals before a connection mean as close codes. */
const REFUSED: Readonly<Record<string, 4029 | 4000>> = { rate_limited: 4029, going_away: 4000 };

/** One connection over HTTP: ends once, and every request ends with it. */
export function createLine({ environment, server }: LineParts, events: TransportEvents): Line {
  const giveUp = environment.abort();
  let isOver = false;
  const end = (code: number, reason: string) => {
    if (isOver) return;
    isOver = true;
    giveUp.abort();
    events.closed({ code, reason });
  };
  const received = (text: string) => {
    if (!isOver) events.received(text);
  };
  return {
    isOver: () => isOver,
    signal: giveUp.init,
    ask(path, token, body, ms) {
      let timer: unknown;
      const late = new Promise<never>((_, reject) => {
        timer = environment.setTimeout(() => reject(new HandrailError('timeout')), ms);
      });
      const init = { headers: { authorization: `Bearer ${token}` }, ...giveUp.init };
      return Promise.race([postJson(environment, server + path, body, init) as Promise<Answer>, late]).finally(() =>
        environment.clearTimeout(timer),
      );
    },
    deliver({ frames, close }) {
      for (const frame of frames) received(encode(frame));
      if (close) end(close.code, close.reason);
    },
    fail(error) {
      const { code, retryAfter, message } = error instanceof HandrailError ? error : new HandrailError('offline');
      const close = REFUSED[code];
      if (close && retryAfter !== undefined) received(encode({ t: 'bye', code: close, retryAfter }));
      end(close ?? 1006, message);
    },
    end,
  };
}

/** The frame a session says first. */
export const readHello = (text: string) => JSON.parse(text) as Hello;
