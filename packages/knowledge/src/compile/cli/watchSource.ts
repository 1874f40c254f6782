import { resolve, sep } from 'node:path';
import { watch } from 'chokidar';

/** Watches files and calls `run` again after changes. */
export interface WatchOptions {
  readonly source: string;
  /** Folders whose changes do not count: what `run` itself writes. */
  readonly ignore: readonly string[];
  /** Called once at the start and after each change, never twice at the same time. */
  readonly run: (changed: readonly string[]) => Promise<void>;
  /** Calls back when it is time to stop. */
  readonly onStop: (listener: () => void) => void;
  /** Quiet time after a change until `run` is called. Default 150 ms: editors write in several steps. */
  readonly debounceMs?: number;
}

/** Runs until it is told to stop. Rejects when `run` does, or when the source cannot be watched. */
export async function watchSource({ source, ignore, run, onStop, debounceMs = 150 }: WatchOptions): Promise<void> {
  const ignored = ignore.map(folder => resolve(folder));
  const isIgnored = (path: string) =>
    /[\\/](?:node_modules|\.git)(?:[\\/]|$)/.test(path) ||
    ignored.some(folder => resolve(path) === folder || resolve(path).startsWith(folder + sep));
  const watcher = watch(source, { ignored: isIgnored, ignoreInitial: true });
  try {
    await new Promise<void>((finish, fail) => {
      let timer: NodeJS.Timeout | undefined;
      let running = true;
      let stopped = false;
      const changed = new Set<string>();
      const next = async () => {
        if (running || stopped || changed.size === 0) return;
        running = true;
        const paths = [...changed];
        changed.clear();
        await run(paths);
        running = false;
        void next().catch(fail);
      };
      watcher.on('all', (_event, path) => {
        changed.add(path);
        clearTimeout(timer);
        timer = setTimeout(() => void next().catch(fail), debounceMs);
      });
      watcher.on('error', fail);
      onStop(() => {
        stopped = true;
        clearTimeout(timer);
        finish();
      });
      watcher.on('ready', () => {
        run([])
          .then(() => {
            running = false;
            return next();
          })
          .catch(fail);
      });
    });
  } finally {
    await watcher.close();
  }
}
