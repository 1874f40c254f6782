import type { Availability as State } from '@handrail/protocol';
import type { Words } from '../../text/words.js';
import { usePanel } from '../panelContext.js';
import { useStore } from '../useStore.js';

/** The honest state in words: how long it takes, when somebody is back, or that a message can be left. */
export function availabilityText(words: Words, state: State | null): string {
  if (!state) return words('talkAway');
  if (state.state === 'closed')
    return state.nextOpenAt ? words('talkBack', { when: words.when(state.nextOpenAt) }) : words('talkAway');
  if (state.state === 'away') return words('talkAway');
  return state.wait ? words.many('talkWait', Math.max(1, state.wait.max)) : words('talkNow');
}

/** The same, shorter, for the line above the composer. */
function shortText(words: Words, state: State | null): string {
  return state?.state === 'online' && state.wait
    ? words.many('waitShort', Math.max(1, state.wait.max))
    : availabilityText(words, state);
}

/** A dot and the words. */
export function AvailabilityLine({ short }: { short?: boolean }) {
  const { client, words } = usePanel();
  const state = useStore(client.$availability);
  return (
    <span class="meta state-line">
      {state?.state === 'online' ? <span class="dot on" /> : null}
      <span>{short ? shortText(words, state) : availabilityText(words, state)}</span>
    </span>
  );
}
