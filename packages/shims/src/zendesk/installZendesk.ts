import { createShim, type ShimOptions } from '../shim.js';
import type { WidgetFace } from '../widgetFace.js';
import { zendeskCalls } from './zendeskCalls.js';

/** Methods the oldest snippets call on the global itself, and what they are called today. */
const OLD_METHODS = {
  activate: 'open',
  show: 'show',
  hide: 'hide',
  identify: 'identify',
  logout: 'logout',
  setLocale: 'setLocale',
  setHelpCenterSuggestions: 'helpCenter:setSuggestions',
} as const;

/**
 * Makes `zE(…)` calls of a page work with Handrail: those of messaging and those of the classic web widget. Makes the calls
 * that were queued. Calls without a counterpart warn once and never throw.
 * @returns takes it out again; the page's globals are as they were
 */
export function installZendesk(widget: WidgetFace, options: ShimOptions = {}): () => void {
  const shim = createShim(widget, options);
  const calls = zendeskCalls(shim);
  const { zE: before } = shim.page as { zE?: { _?: ArrayLike<unknown>[] } };

  const zE = (scope: unknown, name?: unknown, ...given: unknown[]) => {
    if (typeof scope === 'function') return scope();
    const found = shim.answer(calls, `${scope} ${name}`, `zE('${scope}', '${name}')`, given);
    // Pages call what they were given to stop listening.
    return String(scope).endsWith(':on') ? (found ?? (() => {})) : found;
  };
  const old = Object.entries(OLD_METHODS).map(([name, today]) => [
    name,
    (...given: unknown[]) => zE('webWidget', today, ...given),
  ]);

  shim.put('zE', Object.assign(zE, Object.fromEntries(old)));
  for (const call of before?._ ?? []) {
    const [scope, ...given] = Array.from(call);
    zE(scope, ...given);
  }
  return shim.end;
}
