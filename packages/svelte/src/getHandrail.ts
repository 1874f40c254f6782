import { type Handrail, HandrailError } from '@handrail/core';
import { getContext } from 'svelte';
import { HANDRAIL, type Provided } from './setHandrail.js';

/**
 * While a component initialises: the client `setHandrail` gave; `null` on a server, when it is made from options.
 * @throws HandrailError `bad_request` where none was given
 */
export const getHandrail = (): Handrail | null => getProvided().client;

/** What was given here or above. */
export function getProvided(): Provided {
  const provided = getContext<Provided | undefined>(HANDRAIL);
  if (provided) return provided;
  throw new HandrailError('bad_request', 'Handrail: expected setHandrail(…) here or above, got none.');
}
