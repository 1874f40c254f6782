import { webStorage } from '@handrail/core';
import type { AgentOptions } from '@handrail/core/agent';

/**
 * What the agent's client takes from the browser. What waits to be sent lives per tab (`sessionStorage`), so that two
 * tabs never write over each other's outbox.
 */
export function browserEnvironment(): NonNullable<AgentOptions['environment']> {
  return {
    storage: webStorage(() => window.sessionStorage),
    onWake(wake) {
      const visible = () => {
        if (document.visibilityState === 'visible') wake();
      };
      window.addEventListener('online', wake);
      window.addEventListener('pageshow', wake);
      document.addEventListener('visibilitychange', visible);
      return () => {
        window.removeEventListener('online', wake);
        window.removeEventListener('pageshow', wake);
        document.removeEventListener('visibilitychange', visible);
      };
    },
  };
}
