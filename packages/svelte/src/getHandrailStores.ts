import type { ClientStores } from '@handrail/core';
import { getProvided } from './getHandrail.js';

/** The stores of a client under names a component can take: `$messages` of core is `messages`, and read as `$messages`. */
export type HandrailStores = {
  readonly [K in keyof ClientStores as K extends `$${infer Name}` ? Name : never]: ClientStores[K];
};

/**
 * While a component initialises: every store of the client; what a client begins with while there is none.
 * @throws HandrailError `bad_request` where no client was given
 */
export function getHandrailStores(): HandrailStores {
  const { client, idle } = getProvided();
  const names = Object.keys(idle) as (keyof ClientStores)[];
  return Object.fromEntries(names.map(name => [name.slice(1), (client ?? idle)[name]])) as unknown as HandrailStores;
}
