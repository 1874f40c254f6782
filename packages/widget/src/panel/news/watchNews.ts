import type { Handrail } from '@handrail/core';
import type { WidgetConfig } from '@handrail/protocol';
import { chime, mayPlay } from './chime.js';
import { claimSound, wantsSound } from './soundChoice.js';
import { createTitleCount } from './titleCount.js';

/** What is watched. */
export interface NewsOptions {
  readonly client: Pick<Handrail, '$unread' | '$conversations'>;
  readonly config: () => WidgetConfig;
  /** Default: two soft notes. */
  readonly play?: () => void;
}

/** How long other tabs may take to say that the message was read there, in milliseconds. */
const READ_MS = 500;

/** Tells somebody who looks elsewhere that a person wrote: the count in the page's title, and a sound for who chose one. */
export function watchNews({ client, config, play = chime }: NewsOptions): () => void {
  const title = createTitleCount(document);
  let known = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = () => title.set(document.hidden && config().unreadTitle !== false ? client.$unread.get() : 0);
  const sound = async () => {
    const message = newest(client);
    if (message && config().sound !== false && wantsSound() && mayPlay() && (await claimSound(message))) play();
  };
  const stop = client.$unread.subscribe(count => {
    if (count > known) {
      clearTimeout(timer);
      timer = setTimeout(() => void sound().catch(() => {}), READ_MS);
    }
    known = count;
    show();
  });
  document.addEventListener('visibilitychange', show);
  return () => {
    stop();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', show);
    title.set(0);
  };
}

/** The newest unread message, named alike in every tab; `null` when an earlier page has had it. */
function newest({ $conversations }: NewsOptions['client']): string | null {
  const unread = $conversations.get().filter(line => line.unread > 0);
  const [last] = unread.sort((a, b) => b.at - a.at);
  return last && last.at >= performance.timeOrigin ? `${last.id} ${last.at}` : null;
}
