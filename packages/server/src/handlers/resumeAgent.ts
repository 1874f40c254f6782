import type { Hello, Resume } from '@handrail/protocol';

/** What an agent's cursor is worth, and where the site's log goes on. */
export interface AgentResume {
  readonly resume: Resume;
  readonly rev: number;
}

/**
 * The server's decision about an agent's cursor: none, of another epoch, past the end, or too far behind to be worth
 * replaying means loading the inbox anew.
 * @param rev newest place in the site's log
 * @param limit events that are replayed at most
 */
export function resumeAgent(hello: Hello, epoch: string, rev: number, limit: number): AgentResume {
  const cursor = hello.rev;
  const fits = cursor !== undefined && hello.epoch === epoch && cursor <= rev && rev - cursor <= limit;
  if (!fits) return { resume: 'reset', rev };
  return { resume: cursor === rev ? 'ok' : 'gap', rev: cursor };
}
