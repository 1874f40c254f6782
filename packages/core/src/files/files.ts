import { lazily } from '../lazily.js';
import type { FileLike, WaitingFile } from './file.js';
import type { FileLimits, FileSender, FileSenderParts } from './fileSender.js';

/** The sender of files; its code is fetched when the first file is there. */
export type Files = Pick<FileSender, 'keep' | 'link' | 'pump' | 'clear' | 'stop'>;

/** @internal */
export function createFiles(parts: FileSenderParts): Files {
  let stopped = false;
  const load = lazily(async () => {
    const { createFileSender } = await import('./fileSender.js');
    const sender = createFileSender(parts);
    if (stopped) sender.stop();
    return sender;
  });
  const ifLoaded = (use: (sender: FileSender) => void) => void load.begun()?.then(use, () => {});
  return {
    keep: async (files: readonly FileLike[], limits?: FileLimits): Promise<readonly WaitingFile[]> =>
      (await load()).keep(files, limits),
    link: async id => (await load()).link(id),
    pump() {
      if (parts.outbox.$unsent.get().some(({ files }) => files))
        void load().then(
          sender => sender.pump(),
          () => {},
        );
    },
    clear: () => ifLoaded(sender => sender.clear()),
    stop() {
      stopped = true;
      ifLoaded(sender => sender.stop());
    },
  };
}
