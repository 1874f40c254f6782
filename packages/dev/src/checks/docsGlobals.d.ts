// What fragments in the documentation may use without saying where it comes from.

import type { Handrail as Client } from '@handrail/core';
import type { Widget } from '@handrail/widget';

declare global {
  /** The script tag's call: every method of the widget by its name. */
  interface HandrailCall {
    <M extends keyof Widget>(method: M, ...args: Parameters<Widget[M]>): ReturnType<Widget[M]>;
    q?: unknown[];
  }
  const Handrail: HandrailCall;
  interface Window {
    get Handrail(): HandrailCall;
    /** The queue that stands in until the script is there. */
    set Handrail(call: HandrailCall | (() => void));
    /** Objects of other vendors, which their shims answer for. */
    [vendor: string]: any;
  }
  const Beacon: any;
  const Intercom: any;
  const zE: any;

  /** A client of `createHandrail`. */
  const client: Client;
  /** A flow's definition, read from its file. */
  const definition: unknown;
  /** A file field of the page. */
  const input: HTMLInputElement;

  /** Macros of the compilers of Vue and Svelte. */
  function defineProps(props: object): Record<string, unknown>;
  function $props(): Record<string, unknown>;
}
