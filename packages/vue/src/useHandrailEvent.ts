import type { HandrailEventMap, HandrailEvents } from '@handrail/core';
import { onScopeDispose } from 'vue';
import { useHandrail } from './useHandrail.js';

/**
 * Hears an event of the client while the component lives.
 * @throws HandrailError `bad_request` where no client is provided
 */
export function useHandrailEvent<K extends keyof HandrailEvents>(
  type: K,
  handler: (event: HandrailEventMap[K]) => void,
): void {
  const stop = useHandrail()?.on(type, handler);
  if (stop) onScopeDispose(stop);
}
