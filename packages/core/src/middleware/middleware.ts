import { HandrailError } from '../errors.js';
import type { FileLike } from '../files/file.js';
import type { MessageItem } from '../timeline.js';
import type { MiddlewareRunner } from './runMiddleware.js';

/** A message on its way out. */
export interface Outgoing {
  readonly text: string;
  readonly attachments: readonly FileLike[];
}

/** Looks at messages on their way; what throws is told as `error`, and the message goes on as it was. */
export interface Middleware {
  /** Before the customer's message is sent, to the bot too. What it returns is sent; `null` sends nothing, and the draft stays. */
  readonly beforeSend?: (message: Outgoing) => Outgoing | null | Promise<Outgoing | null>;
  /**
   * Before a message is shown, each time the log is drawn: the same message should give the same answer. `null` hides it. Another
   * `text` is shown as plain text unless there is another `tree`, too. Not asynchronous.
   */
  readonly beforeDisplay?: (message: MessageItem) => MessageItem | null;
}

/** The middleware of a client; the code that runs it is fetched with the first. */
export interface MiddlewareList {
  /** In the order it was added. */
  readonly all: readonly Middleware[];
  /** What runs it: `null` before the first, and while its code is on the way. */
  runner: MiddlewareRunner | null;
  ready: Promise<MiddlewareRunner> | null;
  /** Adds one; returns what takes it away again. Throws `bad_request` for what is none. */
  use(one: Middleware): () => void;
}

/**
 * @param failed told when the code cannot be fetched; everything is sent and shown as it is then
 * @param changed called when one was added or taken away
 */
export function createMiddlewareList(failed: (error: unknown) => unknown, changed: () => void): MiddlewareList {
  const all: Middleware[] = [];
  const list: MiddlewareList = {
    all,
    runner: null,
    ready: null,
    use(one) {
      if (Object(one) !== one || Object.values(one).some(run => typeof run !== 'function'))
        throw new HandrailError('bad_request', 'use: expected an object of functions.');
      all.push(one);
      changed();
      list.ready ??= import('./runMiddleware.js').then(
        file => file.createMiddlewareRunner(all, failed),
        error => {
          failed(error);
          return { send: async message => message, display: items => items };
        },
      );
      void list.ready.then(runner => {
        list.runner = runner;
        changed();
      });
      return () => {
        if (all.includes(one)) all.splice(all.indexOf(one), 1);
        changed();
      };
    },
  };
  return list;
}
