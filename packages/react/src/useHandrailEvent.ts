'use client';
import type { HandrailEventMap, HandrailEvents } from '@handrail/core';
import { useEffect, useRef } from 'react';
import { useHandrail } from './useHandrail.js';

/**
 * Hears an event of the client while this is mounted; always calls the handler of the newest drawing.
 * @throws HandrailError `bad_request` outside a provider
 */
export function useHandrailEvent<K extends keyof HandrailEvents>(
  type: K,
  handler: (event: HandrailEventMap[K]) => void,
): void {
  const client = useHandrail();
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => client?.on(type, event => newest.current(event)), [client, type]);
}
