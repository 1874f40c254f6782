import { createListeners } from '../listeners.js';
import { createShim, type ShimOptions } from '../shim.js';
import type { WidgetFace } from '../widgetFace.js';
import { beaconCalls, beaconEvents } from './beaconCalls.js';

/** How Help Scout's snippet queues a call. */
interface Queued {
  readonly method: string;
  readonly options?: unknown;
  readonly data?: unknown;
}

/**
 * Makes `Beacon(…)` calls of a page work with Handrail, those its snippet queued first. Calls without a counterpart warn once
 * and never throw.
 * @returns takes it out again; the page's globals are as they were
 */
export function installBeacon(widget: WidgetFace, options: ShimOptions = {}): () => void {
  const shim = createShim(widget, options);
  const { on, once, off } = createListeners(shim, beaconEvents(shim), event => `Beacon('on', '${event}')`);
  const calls = { ...beaconCalls(shim), on, once, off };
  const { Beacon: before } = shim.page as { Beacon?: { readyQueue?: Queued[] } };
  const beacon = (name: unknown, ...given: unknown[]) =>
    shim.answer(calls, String(name), `Beacon('${String(name)}')`, given);

  shim.put('Beacon', beacon);
  for (const { method, options: first, data } of before?.readyQueue ?? []) beacon(method, first, data);
  return shim.end;
}
