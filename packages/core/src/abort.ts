interface Globals {
  AbortController?: new () => { readonly signal: never; abort(): void };
}

/** A way to give requests up. */
export interface Abort {
  /** For the options of `fetch`; empty in runtimes without `AbortController`. */
  readonly init: { readonly signal?: never };
  abort(): void;
}

export function createAbort(): Abort {
  const { AbortController } = globalThis as unknown as Globals;
  if (!AbortController) return { init: {}, abort: () => {} };
  const controller = new AbortController();
  return { init: { signal: controller.signal }, abort: () => controller.abort() };
}
