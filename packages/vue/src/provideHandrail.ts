import {
  type ClientStores,
  createHandrail,
  type Handrail,
  HandrailError,
  type HandrailOptions,
  idleStores,
} from '@handrail/core';
import { type InjectionKey, onScopeDispose, type Plugin, provide } from 'vue';

/** A client you made, and end yourself; or options to make one from, which ends with the app or component. */
export type HandrailSource =
  | { readonly client: Handrail; readonly options?: never }
  | { readonly options: HandrailOptions; readonly client?: never };

/** What the composables find above them. */
export interface Provided {
  readonly client: Handrail | null;
  /** Read while there is no client. */
  readonly idle: ClientStores;
}

export const HANDRAIL: InjectionKey<Provided> = Symbol('handrail');

/** `app.use(handrail, { options })`: one client for the whole app, ended by `app.unmount()`. On a server none is made. */
export const handrail: Plugin<[HandrailSource]> = {
  install(app, source) {
    const { end, ...provided } = open(source);
    app.provide(HANDRAIL, provided);
    app.onUnmount(end);
  },
};

/**
 * For `setup`: one client for the components below, ended with this one. On a server none is made.
 * @returns the client; `null` on a server, when it is to be made from options
 */
export function provideHandrail(source: HandrailSource): Handrail | null {
  const { end, ...provided } = open(source);
  provide(HANDRAIL, provided);
  onScopeDispose(end);
  return provided.client;
}

function open({ client, options }: HandrailSource): Provided & { end: () => void } {
  if (!client && !options)
    throw new HandrailError('bad_request', 'Handrail: expected `client` or `options`, got neither.');
  const own = client || typeof window === 'undefined' ? null : createHandrail(options);
  return { client: client ?? own, idle: idleStores(options?.locale), end: () => own?.destroy() };
}
