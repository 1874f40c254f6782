import type { HandoffConfig } from '@handrail/protocol';

/** Minutes, as {@link HandoffConfig} describes them; 0 is never. */
export type HandoffSettings = Readonly<Required<HandoffConfig>>;

/** What holds when a site says nothing. */
export const DEFAULT_HANDOFF: HandoffSettings = Object.freeze({
  askAfter: 5,
  askAgain: 10,
  sameAgent: 5,
  teamFirst: 2,
  agentGone: 3,
  firstResponse: 5,
  nextResponse: 10,
  stillWithYou: 5,
  stillThere: 15,
  idleClose: 30,
});

/** Conversations an agent answers at once when the settings do not say. */
export const DEFAULT_CAPACITY = 10;
