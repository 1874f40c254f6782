'use client';
import {
  type ClientStores,
  createHandrail,
  type Handrail,
  HandrailError,
  type HandrailOptions,
  idleStores,
} from '@handrail/core';
import { createContext, createElement, type ReactElement, type ReactNode, useEffect, useMemo, useState } from 'react';

/** What `HandrailProvider` takes: a client of your own, or the options to make one from. */
export type HandrailProviderProps = { readonly children?: ReactNode } & (
  | {
      /** A client you made, and end yourself; `null` while there is none yet. */
      readonly client: Handrail | null;
      readonly options?: never;
    }
  | {
      /**
       * Makes a client once this is mounted and ends it with this. Another value of a setting makes another client; functions and
       * `environment` are taken as they are when it is made.
       */
      readonly options: HandrailOptions;
      readonly client?: never;
    }
);

/** What the hooks find above them. */
export interface Provided {
  readonly client: Handrail | null;
  /** Read while there is no client, and for what a server drew. */
  readonly idle: ClientStores;
}

export const HandrailContext = createContext<Provided | null>(null);

/**
 * Gives the hooks below it their client. On a server it makes none.
 * @throws HandrailError `bad_request` without a client and options
 */
export function HandrailProvider({ client, options, children }: HandrailProviderProps): ReactElement {
  if (client === undefined && !options)
    throw new HandrailError('bad_request', '<HandrailProvider>: expected `client` or `options`, got neither.');
  const own = useOwnClient(options);
  const [idle] = useState(() => idleStores(options?.locale));
  const current = client === undefined ? own : client;
  const provided = useMemo(() => ({ client: current, idle }), [current, idle]);
  return createElement(HandrailContext.Provider, { value: provided }, children);
}

function useOwnClient(options: HandrailOptions | undefined): Handrail | null {
  const [own, setOwn] = useState<Handrail | null>(null);
  const settings = options && JSON.stringify({ ...options, environment: undefined });
  // An effect, because React may draw without ever mounting, and mounts twice in StrictMode.
  // biome-ignore lint/correctness/useExhaustiveDependencies: options are compared by value, as `settings`
  useEffect(() => {
    if (!options) return;
    const made = createHandrail(options);
    setOwn(made);
    return () => {
      made.destroy();
      setOwn(null);
    };
  }, [settings]);
  return own;
}
