import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';

// A file fetched late takes its time on a busy machine.
configure({ asyncUtilTimeout: 5_000 });

// The library does this by itself only for the first of several files in one process.
afterEach(cleanup);

// jsdom has no layout, so nothing ever changes its size: each observed element is told once, as browsers do.
globalThis.ResizeObserver ??= class {
  readonly #tell: () => void;
  constructor(tell: ResizeObserverCallback) {
    this.#tell = () => tell([], this);
  }
  observe() {
    queueMicrotask(this.#tell);
  }
  unobserve() {}
  disconnect() {}
};
