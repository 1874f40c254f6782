import type { Worker } from 'node:worker_threads';
import { StoreError } from '../storeError.js';
import type { Answer, Call, MainMessage, Operation, OperationName, WorkerMessage } from './calls.js';

/** A group of so many writes was committed, or refused together, in so many seconds. */
export type Committed = (writes: number, seconds: number) => void;

/** Asks the worker by operation name. */
export interface Caller {
  /** Rejects with a `StoreError` whose code says whether trying again helps. */
  call<K extends OperationName>(name: K, ...args: Parameters<Operation[K]>): Promise<ReturnType<Operation[K]>>;
  /** Calls without an answer. */
  pending(): number;
  /** Lets the worker finish what it was given, then ends it. */
  end(): Promise<void>;
}

interface Waiting {
  resolve(value: never): void;
  reject(error: StoreError): void;
}

/**
 * Calls of one turn of the event loop travel as one message.
 * @param limit calls without an answer above which more are refused with `busy`
 * @param committed told of each commit
 */
export function createCaller(thread: Worker, limit: number, committed: Committed): Caller {
  const waiting = new Map<number, Waiting>();
  let outgoing: Call[] = [];
  let last = 0;
  let gone: string | null = null;
  const say = (message: MainMessage) => thread.postMessage(JSON.stringify(message));

  const flush = () => {
    if (outgoing.length > 0 && gone === null) say({ calls: outgoing });
    outgoing = [];
  };
  const settle = (answer: Answer) => {
    const asker = waiting.get(answer.n);
    waiting.delete(answer.n);
    if (answer.ok) asker?.resolve(answer.value as never);
    else asker?.reject(new StoreError(answer.code, answer.message));
  };
  const lose = (why: string) => {
    if (gone === null) gone = why;
    for (const asker of waiting.values()) asker.reject(new StoreError('internal', why));
    waiting.clear();
  };
  thread.on('message', (text: string) => {
    const message = JSON.parse(text) as WorkerMessage;
    if (!('answers' in message)) return;
    if (message.seconds !== undefined) committed(message.answers.length, message.seconds);
    for (const answer of message.answers) settle(answer);
  });
  thread.on('error', error => lose(`The store's worker failed: ${error.message}.`));
  thread.on('exit', () => lose("The store's worker ended."));

  return {
    pending: () => waiting.size,
    call(name, ...args) {
      if (gone !== null) return Promise.reject(new StoreError('read_only', gone));
      if (waiting.size >= limit) return Promise.reject(new StoreError('busy', `${limit} calls wait for the store.`));
      const n = ++last;
      if (outgoing.length === 0) setImmediate(flush);
      outgoing.push({ n, name, args });
      return new Promise((resolve, reject) => waiting.set(n, { resolve, reject }));
    },
    end() {
      flush();
      if (gone !== null) return Promise.resolve();
      gone = 'The store was closed.';
      const ended = new Promise<void>(resolve => thread.once('exit', () => resolve()));
      say({ close: true });
      return ended;
    },
  };
}
