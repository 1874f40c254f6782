'use client';
import { type Handrail, HandrailError } from '@handrail/core';
import { useContext } from 'react';
import { HandrailContext, type Provided } from './HandrailProvider.js';

/**
 * The client of the nearest `HandrailProvider`; `null` on a server, and until a provider with `options` has mounted.
 * @throws HandrailError `bad_request` outside a provider
 */
export const useHandrail = (): Handrail | null => useProvided().client;

/** What the nearest provider gives. */
export function useProvided(): Provided {
  const provided = useContext(HandrailContext);
  if (provided) return provided;
  throw new HandrailError('bad_request', 'Handrail hooks: expected a <HandrailProvider> above, got none.');
}
