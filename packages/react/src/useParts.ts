'use client';
import { noClient, type PartsClient } from '@handrail/core/parts';
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { useProvided } from './useHandrail.js';

/** The client for models of a screen, and what stands in for it while there is none. */
export function usePartsClient(): PartsClient {
  const { client, idle } = useProvided();
  return useMemo(() => client ?? noClient(idle), [client, idle]);
}

/** React 18 warns of layout effects on a server. */
export const useBrowserEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;
