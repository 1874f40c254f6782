import Type, { type Static } from 'typebox';
import { closed } from './atoms.js';

const minutes = Type.Optional(Type.Number({ minimum: 0, maximum: 525_600 }));

/** When the server does something about a conversation that waits, in minutes. 0 is never. */
export const HandoffConfigSchema = closed({
  /** Waiting in the queue: asked whether to go on or leave a message. Default 5. */
  askAfter: minutes,
  /** Asked once more. Default 10. */
  askAgain: minutes,
  /** Back within so many minutes: meant for the agent who was there. Default 5. */
  sameAgent: minutes,
  /** Only the team that a conversation is for is asked, while one of them is here; then everybody. Default 2. */
  teamFirst: minutes,
  /** An agent who has it is without connection for so long: back to the queue. Default 3. */
  agentGone: minutes,
  /** Target for the first answer of a person, in business hours. Default 5. */
  firstResponse: minutes,
  /** Target for every later one, in business hours. Default 10. */
  nextResponse: minutes,
  /** The agent is silent: the customer sees that somebody is still there. Default 5. */
  stillWithYou: minutes,
  /** The customer is silent after an agent's message: asked whether they are still there. Default 15. */
  stillThere: minutes,
  /** Still silent: closed, with the reason `idle`. Default 30. */
  idleClose: minutes,
});
export type HandoffConfig = Static<typeof HandoffConfigSchema>;
