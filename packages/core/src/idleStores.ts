import { atom } from 'nanostores';
import type { ClientStores } from './handrail.js';
import { createStores } from './stores.js';

/**
 * What the stores of a client hold before anything happened, without a client: for screens that draw before there is one, as on
 * a server. They never change and start no timer.
 * @param locale the value of `$locale`. Default: `en`
 */
export function idleStores(locale = 'en'): ClientStores {
  const { $threads, $unsent, $thread, ...stores } = createStores(locale);
  // A computed store that is looked at keeps a timer for a second; a store that never changes needs none.
  return {
    ...stores,
    $conversation: atom(null),
    $conversations: atom([]),
    $owner: atom('bot' as const),
    $hasOlder: atom(false),
    $typing: atom(null),
    $queue: atom(null),
    $unread: atom(0),
    $tabs: atom('none' as const),
  };
}
