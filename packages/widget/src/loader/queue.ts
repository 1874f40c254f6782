import type { Widget } from '../widget.js';
import { listenToAttributes } from './attributes.js';

/** The page's global: `Handrail('open')`. Safe before the script has loaded and after `destroy`. */
export interface HandrailGlobal {
  (method: string, ...args: unknown[]): unknown;
  /** Calls made before the script ran. */
  q?: unknown[][];
}

/** Runs what was queued, then makes the global call the widget. */
export function takeQueue(host: { Handrail?: HandrailGlobal }, widget: Widget, warn: (text: string) => void): void {
  const queued = host.Handrail?.q ?? [];
  const failed = (method: string, error: unknown) => warn(`Handrail: "${method}" failed. ${String(error)}`);
  const call: HandrailGlobal = (method, ...args) => {
    if (!Object.hasOwn(widget, method)) {
      warn(`Handrail: there is no method "${method}"; known are ${Object.keys(widget).join(', ')}.`);
      return undefined;
    }
    if (method === 'destroy') deaf();
    try {
      const given = (widget[method as keyof Widget] as (...args: unknown[]) => unknown)(...args);
      // Pages seldom look at the promise; a failure must not reach them as an unhandled rejection.
      if (given instanceof Promise) given.catch((error: unknown) => failed(method, error));
      return given;
    } catch (error) {
      return failed(method, error);
    }
  };
  host.Handrail = call;
  const deaf = listenToAttributes(call);
  for (const [method, ...args] of queued) call(method as string, ...args);
}
