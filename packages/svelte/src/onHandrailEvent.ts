import type { HandrailEventMap, HandrailEvents } from '@handrail/core';
import { onDestroy } from 'svelte';
import { getHandrail } from './getHandrail.js';

/**
 * While a component initialises: hears an event of the client until the component is destroyed.
 * @throws HandrailError `bad_request` where no client was given
 */
export function onHandrailEvent<K extends keyof HandrailEvents>(
  type: K,
  handler: (event: HandrailEventMap[K]) => void,
): void {
  const stop = getHandrail()?.on(type, handler);
  onDestroy(() => stop?.());
}
