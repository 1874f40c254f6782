import type { FileLike } from '../files/file.js';
import { expectObject, wrongArgument } from '../pageSays.js';
import type { MessageItem } from '../timeline.js';

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

/** The middleware of a client, in the order it was added. */
export interface MiddlewareList {
  readonly all: readonly Middleware[];
  /** Adds one; returns what takes it away again. Throws `bad_request` for what is none. */
  use(one: Middleware): () => void;
}

/** @param changed called when one was added or taken away */
export function createMiddlewareList(changed: () => void): MiddlewareList {
  const all: Middleware[] = [];
  return {
    all,
    use(one) {
      for (const [name, run] of expectObject('use', one))
        if (typeof run !== 'function') throw wrongArgument(`use: /${name}`, 'a function', run);
      all.push(one);
      changed();
      return () => {
        const index = all.indexOf(one);
        if (index >= 0) all.splice(index, 1);
        changed();
      };
    },
  };
}
