import type { Problem, ServerFrame } from '@handrail/protocol';

/** The answer to a frame that cannot be read: by its ids when they could be. */
export function refusalFrame(problem: Problem, id?: string, conversation?: string): ServerFrame {
  const named = id !== undefined && conversation !== undefined;
  return named ? { t: 'nack', id, conversation, ...problem } : { t: 'error', ...problem };
}
