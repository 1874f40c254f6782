import {
  type ClientStores,
  createHandrail,
  type Handrail,
  HandrailError,
  type HandrailOptions,
  idleStores,
} from '@handrail/core';
import { onDestroy, setContext } from 'svelte';

/** A client you made, and end yourself; or options to make one from, which ends with the component. */
export type HandrailSource =
  | { readonly client: Handrail; readonly options?: never }
  | { readonly options: HandrailOptions; readonly client?: never };

/** What components below find. */
export interface Provided {
  readonly client: Handrail | null;
  /** Read while there is no client. */
  readonly idle: ClientStores;
}

export const HANDRAIL = Symbol('handrail');

/**
 * While a component initialises: one client for it and the components below. On a server none is made.
 * @returns the client; `null` on a server, when it is to be made from options
 * @throws HandrailError `bad_request` without a client and options
 */
export function setHandrail({ client, options }: HandrailSource): Handrail | null {
  if (!client && !options)
    throw new HandrailError('bad_request', 'setHandrail: expected `client` or `options`, got neither.');
  const own = client || typeof window === 'undefined' ? null : createHandrail(options);
  onDestroy(() => own?.destroy());
  return setContext<Provided>(HANDRAIL, { client: client ?? own, idle: idleStores(options?.locale) }).client;
}
