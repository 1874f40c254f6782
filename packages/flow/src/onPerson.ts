import type { Availability } from './inputs.js';
import { resume } from './openChat.js';
import type { ContactReason } from './reasons.js';
import { start } from './state.js';
import { isAsked } from './steps/asked.js';
import { runSteps } from './steps/runSteps.js';
import { handOff, match, sayBot, type Turn } from './turn.js';

/** Answer to an offer, or the "Talk to a person" button. A refusal lets the bot go on where it was. */
export function onPerson(turn: Turn, accepted: boolean, team?: string): void {
  const { state, flow } = turn;
  const { offered } = state;
  if (state.phase === 'handoff') return;
  if (accepted) {
    handOff(turn, offered?.reason ?? 'request', offered?.because, team);
    return;
  }
  if (!offered) return;
  state.offered = null;
  state.refused = [...new Set([...state.refused, offered.reason])];
  sayBot(turn, 'declined');
  const step = flow.steps[state.step ?? ''];
  if (isAsked(step) && state.step !== null) {
    runSteps(turn, state.step);
    return;
  }
  const unanswered = offered.reason === 'distress' || offered.reason === 'repeated';
  if (unanswered && state.open && state.question) match(turn, state.question);
}

/** Whether a person can come: after a handoff its answer, otherwise a fact to remember. */
export function onAvailability(turn: Turn, availability: Availability): void {
  turn.state.availability = availability;
  if (turn.state.phase === 'handoff' && availability !== 'online') leaveMessage(turn, availability);
}

/** Nobody can come: say so and open the contact form. */
export function leaveMessage(turn: Turn, reason: ContactReason): void {
  turn.state.phase = 'contact';
  sayBot(turn, 'noOne');
  turn.effects.push({ type: 'contact', reason });
}

/** A person gave the conversation back: the bot says so and begins afresh, with what it knows of the customer. */
export function onReturned(turn: Turn): void {
  const { state, flow } = turn;
  if (state.phase !== 'handoff') return;
  const { locale, vars, availability } = state;
  Object.assign(state, start(flow, { locale }), { vars, availability });
  sayBot(turn, 'returned');
  resume(turn);
}
