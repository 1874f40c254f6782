import type { Handrail } from '@handrail/core';
import { saveText } from '../host/handOver.js';
import type { Words } from '../text/words.js';
import { transcriptText } from './transcriptText.js';

/** Longest wait for an earlier page of the log, in milliseconds; what is there is saved then. */
const PAGE_MS = 5_000;

/** Saves the whole conversation as a text file, reading what is not here yet. */
export async function saveTranscript(client: Handrail, words: Words): Promise<void> {
  while (client.$hasOlder.get() && (await readOlder(client)));
  saveText('conversation.txt', transcriptText(client.$messages.get(), words));
}

/** Resolves with whether something came. */
function readOlder(client: Handrail): Promise<boolean> {
  return new Promise(resolve => {
    const done = (came: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(came);
    };
    const timer = setTimeout(() => done(false), PAGE_MS);
    const stop = client.$messages.listen(() => done(true));
    client.loadOlder().catch(() => done(false));
  });
}
