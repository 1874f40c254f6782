import { createShim, type ShimOptions } from '../shim.js';
import type { WidgetFace } from '../widgetFace.js';
import { intercomCalls } from './intercomCalls.js';

/**
 * Makes `Intercom(…)` calls of a page work with Handrail. Boots with `window.intercomSettings` when the page has them, then
 * makes the calls its snippet queued. Calls without a counterpart warn once and never throw.
 * @returns takes it out again; the page's globals are as they were
 */
export function installIntercom(widget: WidgetFace, options: ShimOptions = {}): () => void {
  const shim = createShim(widget, options);
  const calls = intercomCalls(shim);
  const { Intercom: before, intercomSettings } = shim.page as {
    Intercom?: { q?: ArrayLike<unknown>[] };
    intercomSettings?: unknown;
  };
  const intercom = (name: unknown, ...given: unknown[]) =>
    shim.answer(calls, String(name), `Intercom('${String(name)}')`, given);

  shim.put('Intercom', intercom);
  if (intercomSettings) intercom('boot');
  for (const call of before?.q ?? []) {
    const [name, ...given] = Array.from(call);
    intercom(name, ...given);
  }
  return shim.end;
}
