import type { HandrailEvent, HandrailEvents, IdentifyOptions, Person } from '@handrail/core';
import { type About, keepSaid, type Said } from './said.js';
import { type CallWidget, reachWidget, type WidgetFace } from './widgetFace.js';

/** What every shim takes beside the widget. */
export interface ShimOptions {
  /** Where the vendor's globals stand. Default: the page's `window`. */
  readonly window?: object;
  /** Told once of each call that does less here, or nothing. Default: `console.warn`. */
  readonly warn?: (text: string) => void;
  /**
   * Fetches a token your backend signed for whoever is signed in. Without it the team is told what a page says of its
   * customer as not verified, and conversations do not follow the customer: Handrail knows nobody without a signature.
   */
  readonly getToken?: IdentifyOptions['getToken'];
}

/** What the calls of a vendor are answered with. */
export interface Shim {
  readonly page: Record<string, unknown>;
  readonly call: CallWidget;
  /** Says it once. */
  warn(text: string): void;
  /** Hears an event of the widget, until the shim is taken out; returns the unsubscribe. */
  on<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEvent<K>) => void): () => void;
  /** Told as not verified; `identify` and `logout` see to what is of the customer. */
  readonly said: Omit<Said, 'ofCustomer' | 'forget'>;
  /**
   * Names the customer, when that is news; answers with what the widget said. `getToken` wins over the one of the
   * options. Without a token, or without an id, it is told as not verified.
   */
  identify(id: unknown, about: About, getToken?: IdentifyOptions['getToken']): unknown;
  /** Signs out and takes back what was said. */
  logout(): unknown;
  /** Puts a global into the page; the end takes it out again. */
  put(name: string, value: unknown): void;
  /** Undone at the end. */
  onEnd(undo: () => void): void;
  /**
   * Answers one call of a table; never throws. A text in the table says why there is no counterpart.
   * @param spoken the call as it stands in the page, for warnings
   */
  answer(calls: Calls, name: string, spoken: string, given: readonly unknown[]): unknown;
  end(): void;
}

/** A vendor's calls: what is done, or why nothing is. */
export type Calls = Readonly<Record<string, string | ((...given: never[]) => unknown)>>;

/** The part every shim shares: globals, warnings, events and who the customer is. */
export function createShim(face: WidgetFace, options: ShimOptions = {}): Shim {
  const page = (options.window ?? globalThis.window) as Record<string, unknown>;
  const tell = options.warn ?? ((text: string) => globalThis.console.warn(text));
  const told = new Set<string>();
  const undo: (() => void)[] = [];
  let live = true;
  let named = '';

  const warn = (text: string) => {
    if (told.has(text)) return;
    told.add(text);
    tell(`Handrail: ${text}`);
  };
  const call = reachWidget(face, page, (method, error) => tell(`Handrail: "${method}" failed. ${String(error)}`));
  const said = keepSaid(call, warn);

  return {
    page,
    call,
    warn,
    said,
    on(type, listener) {
      let hears = true;
      // The global that queues gives no unsubscribe.
      const stop = call('on', type, event => {
        if (hears && live) listener(event as HandrailEvent<typeof type>);
      });
      const end = () => {
        hears = false;
        if (typeof stop === 'function') stop();
      };
      undo.push(end);
      return end;
    },
    identify(id, about, getToken = options.getToken) {
      const known = id !== undefined && id !== null && id !== '';
      const person = known ? { ...about, id: String(id) } : about;
      if (known && !getToken)
        warn('the team is told who the customer is as not verified: the shim was given no `getToken`.');
      if (!known || !getToken) return said.ofCustomer(person);
      // The signed customer says the same, and is believed.
      said.ofCustomer({});
      const now = JSON.stringify(person);
      if (now === named) return undefined;
      named = now;
      return call('identify', person as Person, { getToken });
    },
    logout() {
      named = '';
      said.forget();
      return call('logout');
    },
    put(name, value) {
      const before = Object.getOwnPropertyDescriptor(page, name);
      page[name] = value;
      undo.push(() => {
        if (before) Object.defineProperty(page, name, before);
        else delete page[name];
      });
    },
    onEnd: work => void undo.push(work),
    answer(calls, name, spoken, given) {
      if (!live) return undefined;
      const entry = Object.hasOwn(calls, name) ? calls[name] : undefined;
      if (entry === undefined) return warn(`${spoken} is not known.`);
      if (typeof entry === 'string') return warn(`${spoken} does nothing. ${entry}`);
      try {
        return (entry as (...given: unknown[]) => unknown)(...given);
      } catch (error) {
        return warn(`${spoken} failed. ${String(error)}`);
      }
    },
    end() {
      live = false;
      for (const work of undo.splice(0).reverse()) work();
    },
  };
}
