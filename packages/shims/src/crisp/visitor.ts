import type { Shim } from '../shim.js';

/** What the page said of its customer; Crisp takes it in pieces. */
export interface Visitor {
  set(name: string, value: unknown): void;
  get(name: string): unknown;
  forget(): void;
}

/** Gathers the pieces of one turn before the widget is told, so that the customer is named once. */
export function createVisitor(shim: Shim): Visitor {
  const held = new Map<string, unknown>();
  let due = false;

  function name() {
    due = false;
    shim.identify(held.get('email'), Object.fromEntries(held));
  }

  return {
    set(key, value) {
      held.set(key, value);
      if (!due) queueMicrotask(name);
      due = true;
    },
    get: key => held.get(key) ?? null,
    forget: () => held.clear(),
  };
}
