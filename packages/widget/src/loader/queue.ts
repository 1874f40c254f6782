import type { Widget } from '../createWidget.js';

/** The page's global: `Handrail('open')`. Safe before the script has loaded and after `destroy`. */
export interface HandrailGlobal {
  (method: string, ...args: unknown[]): unknown;
  /** Calls made before the script ran. */
  q?: unknown[][];
}

/** Methods the global passes on. */
const METHODS = new Set<keyof Widget>([
  'open',
  'close',
  'toggle',
  'show',
  'hide',
  'navigate',
  'search',
  'openArticle',
  'ask',
  'newConversation',
  'isOpen',
  'getUnreadCount',
  'requestHuman',
  'setAttributes',
  'prefill',
  'setLocale',
  'setTheme',
  'identify',
  'logout',
  'on',
  'registerTool',
  'destroy',
]);

/** Runs what was queued, then makes the global call the widget. */
export function takeQueue(host: { Handrail?: HandrailGlobal }, widget: Widget, warn: (text: string) => void): void {
  const queued = host.Handrail?.q ?? [];
  const call: HandrailGlobal = (method, ...args) => {
    if (!METHODS.has(method as keyof Widget)) {
      warn(`Handrail: there is no method "${method}"; known are ${[...METHODS].join(', ')}.`);
      return undefined;
    }
    const given = (widget[method as keyof Widget] as (...args: unknown[]) => unknown)(...args);
    // Pages seldom look at the promise; a failure must not reach them as an unhandled rejection.
    if (given instanceof Promise)
      given.catch((error: unknown) => warn(`Handrail: "${method}" failed. ${String(error)}`));
    return given;
  };
  host.Handrail = call;
  for (const [method, ...args] of queued) call(String(method), ...args);
}
