import { runSteps } from './steps/runSteps.js';
import { homeOf, sayBot, type Turn } from './turn.js';

/** The bot's first turn: it says that it is automated, then the team's note, then the flow begins. */
export function openChat(turn: Turn): void {
  introduce(turn);
  runSteps(turn, turn.flow.start);
}

/** The first turn when the customer wrote before anything was said: straight to their question. */
export function openWithQuestion(turn: Turn): void {
  introduce(turn);
  resume(turn);
}

/** Back to where questions are answered; a flow without such a place begins anew. */
export function resume(turn: Turn): void {
  const home = homeOf(turn);
  turn.state.phase = 'bot';
  if (home === null) runSteps(turn, turn.flow.start);
  else turn.state.step = home;
}

function introduce(turn: Turn): void {
  const { state } = turn;
  state.phase = 'bot';
  sayBot(turn, 'automated');
  if (state.note) turn.effects.push({ type: 'say', key: 'bot.note', tree: [{ t: 'p', c: [state.note] }], vars: {} });
}
