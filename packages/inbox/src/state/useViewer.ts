import { useMemo } from 'preact/hooks';
import { useInbox } from './InboxContext.js';
import type { Viewer } from './lists.js';
import { useStore } from './useStore.js';

/** The agent, with what decides whose conversation is whose. */
export function useViewer(): Viewer {
  const { agent } = useInbox();
  const id = useStore(agent.$me)?.id ?? '';
  const teams = useStore(agent.$teams);
  const desk = useStore(agent.$desk);
  return useMemo(() => ({ id, teams, desk }), [id, teams, desk]);
}
