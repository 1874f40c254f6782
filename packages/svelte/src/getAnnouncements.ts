import { type AnnouncerWords, createAnnouncer } from '@handrail/core/parts';
import { onDestroy, onMount } from 'svelte';
import { derived, type Readable, writable } from 'svelte/store';
import { getHandrailStores } from './getHandrailStores.js';

/**
 * While a component initialises: what a screen reader should be told of the conversation now, as the whole text of an element with
 * `role="status"`.
 * @param words asked each time, as the language may change
 * @param burst milliseconds in which what arrives is told in one go. Default: 200
 * @throws HandrailError `bad_request` where no client was given
 */
export function getAnnouncements(words: () => AnnouncerWords, burst = 200): Readable<string> {
  const { messages, thinking, typing, conversation } = getHandrailStores();
  const said = writable('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  onDestroy(() => clearTimeout(timer));
  onMount(() => {
    const announcer = createAnnouncer({
      words,
      say: said.set,
      since: performance.timeOrigin,
      later: run => {
        timer = setTimeout(run, burst);
      },
    });
    const all = derived([messages, thinking, typing, conversation], values => values);
    return all.subscribe(([items, isThinking, who, current]) =>
      announcer.update({ items, thinking: isThinking, typing: who, read: current?.marks.visitor.read ?? 0 }),
    );
  });
  return { subscribe: said.subscribe };
}
