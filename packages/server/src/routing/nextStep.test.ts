import type { Conversation } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { DEFAULT_HANDOFF, type HandoffSettings } from './handoffSettings.js';
import { nextStep } from './nextStep.js';

const MINUTE = 60_000;
type Turn = NonNullable<Conversation['turn']>;
const turn = (of: Turn['of'], more: Partial<Turn> = {}): Turn => ({
  of,
  since: 0,
  answered: false,
  reminders: 0,
  ...more,
});
const queued = (more: Partial<Conversation> = {}): Conversation =>
  ({ status: 'open', owner: 'queue', ownerSeq: 2, ownerSince: 0, turn: turn('agent'), ...more }) as Conversation;
const held = (more: Partial<Conversation> = {}) =>
  queued({ owner: 'human', assignee: { id: 'maya', name: 'Maya' }, ...more });
const step = (record: Conversation, minutes: number, settings: Partial<HandoffSettings> = {}, agentGone = 0) => {
  const view = {
    settings: { ...DEFAULT_HANDOFF, ...settings },
    now: minutes * MINUTE,
    agentGoneFor: agentGone * MINUTE,
  };
  const found = nextStep(record, view);
  return found?.kind === 'notice' ? found.body.notice : found && `${found.kind} ${found.body.reason}`;
};
const asked = turn('agent', { reminders: 1 });

test.each([
  ['nothing before five minutes', step(queued(), 4.9), null],
  ['asked after five', step(queued(), 5), 'long_wait'],
  ['not again before ten', step(queued({ turn: asked }), 9.9), null],
  ['again after ten', step(queued({ turn: asked }), 10), 'long_wait'],
  ['not a third time', step(queued({ turn: turn('agent', { reminders: 2 }) }), 600), null],
  ['only the second question', step(queued(), 5, { askAfter: 0 }), null],
  ['only the second question, in its time', step(queued(), 10, { askAfter: 0 }), 'long_wait'],
  ['never, when both are off', step(queued(), 600, { askAfter: 0, askAgain: 0 }), null],
  ['who left a message waits for no person', step(queued({ ownerReason: 'left_message' }), 600), null],
  ['back in the queue, from then on', step(queued({ ownerSince: 20 * MINUTE }), 24), null],
  ['closed', step(queued({ status: 'closed' }), 600), null],
  ['with the bot', step(queued({ owner: 'bot' }), 600), null],
])('in the queue: %s', (_name, got, wanted) => expect(got).toBe(wanted));

const waits = turn('visitor', { answered: true });
const was = (minutes: number) => ({ ...waits, reminders: 1, remindedAt: minutes * MINUTE });

test.each([
  ['an agent who is here may think', step(held(), 4.9), null],
  ['the customer sees that somebody is here', step(held(), 5), 'still_with_you'],
  ['once', step(held({ turn: asked }), 60), null],
  ['not of who has just come', step(held({ ownerSince: 4 * MINUTE }), 8), null],
  ['not of who is not here', step(held(), 6, {}, 2), null],
  ['gone for a moment', step(held(), 2, {}, 2.9), null],
  ['gone', step(held(), 4, {}, 3), 'owner agent_gone'],
  ['gone while the customer is silent', step(held({ turn: waits }), 4, {}, 3), 'owner agent_gone'],
  ['gone, where that may be', step(held({ turn: waits }), 4, { agentGone: 0 }, 99), null],
  ['off', step(held(), 600, { stillWithYou: 0 }), null],
  ['a silent customer', step(held({ turn: waits }), 14.9), null],
  ['a silent customer is asked', step(held({ turn: waits }), 15), 'still_there'],
  ['and has time', step(held({ turn: was(15) }), 29.9), null],
  ['and is closed', step(held({ turn: was(15) }), 30), 'closed idle'],
  ['asked late, closed later', step(held({ turn: was(50) }), 64.9), null],
  ['asked late, closed at last', step(held({ turn: was(50) }), 65), 'closed idle'],
  ['a long silence is asked about first', step(held({ turn: waits }), 600), 'still_there'],
  ['without the question', step(held({ turn: waits }), 30, { stillThere: 0 }), 'closed idle'],
  ['without the end', step(held({ turn: was(15) }), 600, { idleClose: 0 }), null],
])('with a person: %s', (_name, got, wanted) => expect(got).toBe(wanted));
