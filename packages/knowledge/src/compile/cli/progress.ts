import cliProgress from 'cli-progress';
import type { KnowledgeIo } from './cliIo.js';

/** Shows how far work has come. */
export interface Progress {
  /** `done` of `all` parts are finished; `doing` names the work. */
  readonly show: (doing: string, done: number, all: number) => void;
  /** Takes the bar away; it comes back at the next `show`. */
  readonly stop: () => void;
}

/** Work that ends sooner shows no bar. */
const PATIENCE_MS = 500;

/** A bar for people at a terminal; nothing otherwise, and nothing when told to be silent. */
export function createProgress(
  io: KnowledgeIo,
  silent: boolean,
  now: () => number = performance.now.bind(performance),
): Progress {
  const { bar: stream } = io;
  if (!stream || silent) return { show() {}, stop() {} };
  const started = now();
  let bar: cliProgress.SingleBar | null = null;
  return {
    show(doing, done, all) {
      if (now() - started < PATIENCE_MS) return;
      if (!bar) {
        bar = new cliProgress.SingleBar(
          { stream, clearOnComplete: true, format: '  {bar} {doing} {value}/{total}', barsize: 24 },
          cliProgress.Presets.shades_classic,
        );
        bar.start(all, done, { doing });
      }
      bar.setTotal(all);
      bar.update(done, { doing });
    },
    stop() {
      bar?.stop();
      bar = null;
    },
  };
}
