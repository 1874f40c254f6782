import type { Widget } from '@handrail/widget';

/** The script tag's global: `Handrail('open')`. */
export type HandrailCall = (method: string, ...args: unknown[]) => unknown;

/** The widget as a page has it: what `createWidget` returns, or the global of the script tag. */
export type WidgetFace = Widget | HandrailCall;

/** Calls one method of the widget, whichever way the page has it. */
export type CallWidget = <M extends keyof Widget>(method: M, ...args: Parameters<Widget[M]>) => unknown;

/**
 * @param page where the global stands. Given the global itself, calls follow it: the stand-in that queues is replaced
 * when the widget's script has loaded
 * @param failed told of commands that were refused
 */
export function reachWidget(
  face: WidgetFace,
  page: { Handrail?: unknown },
  failed: (method: string, error: unknown) => void,
): CallWidget {
  const follows = face === page.Handrail;
  return (method, ...args) => {
    const now = follows ? (page.Handrail as WidgetFace) : face;
    const given =
      typeof now === 'function' ? now(method, ...args) : (now[method] as (...args: unknown[]) => unknown)(...args);
    if (given instanceof Promise) given.catch(error => typeof now !== 'function' && failed(method, error));
    return given;
  };
}
