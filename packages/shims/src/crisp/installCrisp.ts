import { createListeners } from '../listeners.js';
import { createShim, type ShimOptions } from '../shim.js';
import type { WidgetFace } from '../widgetFace.js';
import { crispCalls } from './crispCalls.js';
import { crispEvents } from './crispEvents.js';

type Callback = (...told: unknown[]) => void;

/** Globals a page of Crisp may have. */
interface CrispPage {
  $crisp?: unknown;
  CRISP_RUNTIME_CONFIG?: { locale?: string };
  CRISP_READY_TRIGGER?: () => void;
}

/**
 * Makes `$crisp` work with Handrail: what was pushed before, then `push`, `get` and `is`. Calls without a counterpart warn once
 * and never throw.
 * @returns takes it out again; the page's globals are as they were
 */
export function installCrisp(widget: WidgetFace, options: ShimOptions = {}): () => void {
  const shim = createShim(widget, options);
  const calls = crispCalls(shim);
  const listeners = createListeners(shim, crispEvents(shim), event => `$crisp.push(['on', '${event}'])`);
  const { $crisp: before, CRISP_RUNTIME_CONFIG: settings, CRISP_READY_TRIGGER: ready } = shim.page as CrispPage;

  function push(command: unknown) {
    const [verb, name, given] = Array.isArray(command) ? command : [];
    if (verb === 'safe') return;
    if (verb === 'on') listeners.on(String(name), given as Callback);
    else if (verb === 'off') listeners.off(String(name));
    else {
      // Arguments come in a list; a single one may come bare.
      const list = given === undefined ? [] : Array.isArray(given) ? given : [given];
      shim.answer(calls, `${verb} ${name}`, `$crisp.push(['${verb}', '${name}'])`, list);
    }
  }

  shim.put('$crisp', {
    push: (...commands: unknown[]) => commands.forEach(push),
    get: (name: string, key?: string) => shim.answer(calls, `get ${name}`, `$crisp.get('${name}')`, [key]),
    is: (name: string) => shim.answer(calls, `is ${name}`, `$crisp.is('${name}')`, []) ?? false,
  });
  if (settings?.locale) shim.call('setLocale', settings.locale);
  if (Array.isArray(before)) before.forEach(push);
  if (typeof ready === 'function') shim.answer({ ready }, 'ready', 'CRISP_READY_TRIGGER', []);
  return shim.end;
}
