/** One tab's way to the others; has what the SDK needs of `BroadcastChannel` and `navigator.locks`. */
export interface FakeTab {
  readonly openChannel: (name: string) => FakeChannel;
  readonly locks: {
    request(
      name: string,
      options: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
      run: (lock: unknown) => Promise<void> | undefined,
    ): Promise<unknown>;
  };
  /** The tab hears and says nothing any more, but keeps its locks. */
  freeze(): void;
  /** The tab stops: its channels fall silent and its locks go to who waits. What a crash does. */
  crash(): void;
}

/** The tab's end of a channel. */
export interface FakeChannel {
  onmessage: ((event: never) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

interface End extends FakeChannel {
  readonly name: string;
  readonly tab: object;
}

interface Request {
  readonly tab: object;
  readonly grant: () => Promise<void> | undefined;
  readonly settle: (value: unknown) => void;
}

/** A browser with as many tabs as are asked for. Messages arrive later and in order, as copies, never at their sender. */
export function fakeTabs(): () => FakeTab {
  const ends = new Set<End>();
  const held = new Map<string, object>();
  const lines = new Map<string, Request[]>();

  function give(name: string, request: Request) {
    held.set(name, request.tab);
    const done = () => {
      if (held.get(name) === request.tab) pass(name);
      request.settle(undefined);
    };
    void Promise.resolve(request.grant()).then(done, done);
  }
  function pass(name: string) {
    held.delete(name);
    const next = lines.get(name)?.shift();
    if (next) give(name, next);
  }

  return () => {
    const tab = {};
    let alive = true;
    const silence = () => {
      alive = false;
      for (const end of [...ends]) if (end.tab === tab) ends.delete(end);
    };
    return {
      openChannel(name) {
        const end: End = {
          name,
          tab,
          onmessage: null,
          postMessage(message) {
            const text = JSON.stringify(message);
            for (const other of ends) {
              if (other === end || other.name !== name || !alive) continue;
              queueMicrotask(() => {
                if (ends.has(other)) other.onmessage?.({ data: JSON.parse(text) } as never);
              });
            }
          },
          close: () => ends.delete(end),
        };
        ends.add(end);
        return end;
      },
      locks: {
        request: (name, { ifAvailable, signal }, run) =>
          new Promise((resolve, reject) => {
            const request: Request = { tab, grant: () => run({ name }), settle: resolve };
            if (!held.has(name)) return queueMicrotask(() => (held.has(name) ? queue() : give(name, request)));
            return queue();
            function queue() {
              if (ifAvailable) return void Promise.resolve(run(null)).then(resolve, reject);
              const line = lines.get(name) ?? [];
              lines.set(name, [...line, request]);
              signal?.addEventListener('abort', () => {
                lines.set(
                  name,
                  (lines.get(name) ?? []).filter(one => one !== request),
                );
                reject(new DOMException('aborted', 'AbortError'));
              });
            }
          }),
      },
      freeze: silence,
      crash() {
        silence();
        for (const [name, line] of lines)
          lines.set(
            name,
            line.filter(request => request.tab !== tab),
          );
        for (const [name, owner] of [...held]) if (owner === tab) pass(name);
      },
    };
  };
}
