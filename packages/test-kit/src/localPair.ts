/** A text that travelled, by who sent it. */
export interface Travelled {
  readonly from: 'client' | 'server';
  readonly text: string;
}

/** One end of a connection inside the process. */
export interface PairEnd {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Hears texts of the other end; texts that came before anybody listened are delivered first. */
  onText(listener: (text: string) => void): void;
  onClose(listener: (code: number, reason: string) => void): void;
}

/** Two ends wired to each other, and the tape of what went between them. */
export interface LocalPair {
  readonly client: PairEnd;
  readonly server: PairEnd;
  readonly tape: readonly Travelled[];
}

/** Texts arrive in order, each in a microtask of its own, as on a real connection: never inside `send`. */
export function localPair(): LocalPair {
  const tape: Travelled[] = [];
  let open = true;
  const ends = { client: inbox(), server: inbox() };

  const end = (from: Travelled['from']): PairEnd => {
    const other = ends[from === 'client' ? 'server' : 'client'];
    return {
      send(text) {
        if (!open) return;
        tape.push({ from, text });
        queueMicrotask(() => other.deliver(text));
      },
      close(code, reason) {
        if (!open) return;
        open = false;
        queueMicrotask(() => {
          for (const one of Object.values(ends)) one.closed(code, reason);
        });
      },
      onText: ends[from].onText,
      onClose: ends[from].onClose,
    };
  };
  return { client: end('client'), server: end('server'), tape };
}

function inbox() {
  const early: string[] = [];
  let hear: ((text: string) => void) | null = null;
  let heardClose: (code: number, reason: string) => void = () => {};
  return {
    deliver(text: string) {
      if (hear) hear(text);
      else early.push(text);
    },
    closed: (code: number, reason: string) => heardClose(code, reason),
    onText(listener: (text: string) => void) {
      hear = listener;
      for (const text of early.splice(0)) listener(text);
    },
    onClose(listener: (code: number, reason: string) => void) {
      heardClose = listener;
    },
  };
}
