/** A message somebody wrote. */
export interface Written {
  readonly by: string;
  readonly conversation: string;
  readonly id: string;
  readonly text: string;
}

/** A message as a reader was shown it, or as it stands in the log. */
export interface Shown {
  readonly conversation: string;
  readonly id: string;
  readonly seq: number;
  readonly text: string;
}

/** A place a writer was promised. */
export interface Promised {
  readonly conversation: string;
  readonly id: string;
  readonly seq: number;
}

/** What a run came to. */
export interface HistoryReport {
  readonly messages: number;
  /** Of these messages. */
  readonly acknowledged: number;
  /** Acknowledged, and missing in the log or on a screen. */
  readonly lost: number;
  /** Shown or stored more than once. */
  readonly duplicated: number;
  /** At another place than promised, out of order, or after a hole. */
  readonly reordered: number;
  /** With another text than written, or written by nobody. */
  readonly altered: number;
  /** The first violation in words; `null` when there is none. */
  readonly first: string | null;
}

/** Remembers what everybody did, and judges it at the end. */
export interface HistoryChecker {
  wrote(message: Written): void;
  /** The server promised this place. A repeat must promise the same. */
  acked(by: string, promised: Promised): void;
  /** A reader was shown one more message of a conversation, after the ones before. */
  saw(reader: string, message: Shown): void;
  /** The reader's screen is final: it must hold all of the log's messages of this conversation. */
  complete(reader: string, conversation: string): void;
  /** A backup was put in place that holds these ids: promises of others are void, and readers start over. */
  restored(kept: ReadonlySet<string>): void;
  /** The whole log of a conversation, read at the end; every entry counts, messages or not. */
  log(
    conversation: string,
    entries: readonly { readonly id: string; readonly seq: number; readonly text?: string }[],
  ): void;
  check(): HistoryReport;
}

type Kind = 'lost' | 'duplicated' | 'reordered' | 'altered';

interface Held {
  readonly written: Map<string, Written>;
  /** Ids of one writer and conversation, in the order of writing. */
  readonly order: Map<string, string[]>;
  promises: (Promised & { readonly by: string })[];
  readonly seen: Map<string, Shown[]>;
  readonly finished: { readonly reader: string; readonly conversation: string }[];
  readonly logs: Map<string, readonly { readonly id: string; readonly seq: number; readonly text?: string }[]>;
}

type Blame = (kind: Kind, words: string) => void;

/**
 * The rules: what was acknowledged is in the log at the promised place and on every complete screen; nothing is there
 * twice; the log is gapless from 1; every screen shows it in its order; messages of one writer keep the order of writing;
 * what was never acknowledged is absent or there once; nothing is there that nobody wrote.
 */
export function historyChecker(): HistoryChecker {
  const held: Held = {
    written: new Map(),
    order: new Map(),
    promises: [],
    seen: new Map(),
    finished: [],
    logs: new Map(),
  };
  return {
    wrote(message) {
      held.written.set(message.id, message);
      append(held.order, `${message.by} ${message.conversation}`, message.id);
    },
    acked: (by, promised) => void held.promises.push({ ...promised, by }),
    saw: (reader, message) => append(held.seen, `${reader} ${message.conversation}`, message),
    complete: (reader, conversation) => void held.finished.push({ reader, conversation }),
    restored(kept) {
      held.promises = held.promises.filter(({ id }) => kept.has(id));
      held.seen.clear();
    },
    log: (conversation, entries) => void held.logs.set(conversation, entries),
    check: () => judge(held),
  };
}

function judge(held: Held): HistoryReport {
  const counts: Record<Kind, number> = { lost: 0, duplicated: 0, reordered: 0, altered: 0 };
  let first: string | null = null;
  const blame: Blame = (kind, words) => {
    counts[kind] += 1;
    first ??= `${kind}: ${words}`;
  };
  for (const [conversation, entries] of held.logs) judgeLog(held, conversation, entries, blame);
  for (const promised of held.promises) judgePromise(held, promised, blame);
  for (const [id, ids] of held.order) judgeWriter(held, id, ids, blame);
  for (const [reader, shown] of held.seen) judgeReader(held, reader, shown, blame);
  for (const one of held.finished) judgeScreen(held, one, blame);
  const promised = new Set(held.promises.map(one => one.id));
  const acknowledged = [...held.written.keys()].filter(id => promised.has(id)).length;
  return { messages: held.written.size, acknowledged, ...counts, first };
}

function judgeLog({ written }: Held, conversation: string, entries: readonly Partial<Shown>[], blame: Blame): void {
  const ids = new Set<string>();
  entries.forEach(({ id = '', seq, text }, index) => {
    const where = `conversation ${conversation}, place ${seq}`;
    if (ids.has(id)) blame('duplicated', `${where}: ${id} is in the log a second time`);
    ids.add(id);
    if (seq !== index + 1) blame('reordered', `${where}: expected place ${index + 1}`);
    if (text === undefined) return;
    const before = written.get(id);
    if (!before) blame('altered', `${where}: nobody wrote ${id} (${text})`);
    else if (before.text !== text) blame('altered', `${where}: ${id} was written as ${before.text}, got ${text}`);
  });
}

function judgePromise({ logs }: Held, { by, conversation, id, seq }: Promised & { by: string }, blame: Blame): void {
  const entry = logs.get(conversation)?.find(one => one.id === id);
  const promise = `${by} was promised place ${seq} of conversation ${conversation} for ${id}`;
  if (!entry) blame('lost', `${promise}; the log does not hold it`);
  else if (entry.seq !== seq) blame('reordered', `${promise}; the log holds it at ${entry.seq}`);
}

function judgeWriter({ logs }: Held, writer: string, ids: readonly string[], blame: Blame): void {
  const conversation = writer.slice(writer.lastIndexOf(' ') + 1);
  const places = new Map(logs.get(conversation)?.map(({ id, seq }) => [id, seq]));
  let last = 0;
  for (const id of ids) {
    const place = places.get(id);
    if (place === undefined) continue;
    if (place < last) blame('reordered', `${writer}: ${id} at ${place} was written after what stands at ${last}`);
    last = Math.max(last, place);
  }
}

function judgeReader({ logs }: Held, reader: string, shown: readonly Shown[], blame: Blame): void {
  const ids = new Set<string>();
  let last = 0;
  for (const { conversation, id, seq, text } of shown) {
    const entry = logs.get(conversation)?.find(one => one.id === id);
    const where = `${reader} at ${seq}`;
    if (ids.has(id)) blame('duplicated', `${where}: shown ${id} a second time`);
    else if (seq <= last) blame('reordered', `${where}: shown ${id} after place ${last}`);
    ids.add(id);
    last = Math.max(last, seq);
    if (!entry) blame('altered', `${where}: shown ${id}, which is not in the log (${text})`);
    else if (entry.seq !== seq) blame('reordered', `${where}: shown ${id}, which the log holds at ${entry.seq}`);
    else if (entry.text !== undefined && entry.text !== text) blame('altered', `${where}: ${id} reads ${text}`);
  }
}

function judgeScreen({ logs, seen }: Held, { reader, conversation }: Held['finished'][number], blame: Blame): void {
  const ids = new Set(seen.get(`${reader} ${conversation}`)?.map(one => one.id));
  for (const { id, seq, text } of logs.get(conversation) ?? []) {
    if (text !== undefined && !ids.has(id)) blame('lost', `${reader} never saw ${id} at ${seq} of ${conversation}`);
  }
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
