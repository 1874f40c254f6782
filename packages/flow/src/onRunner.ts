import type { FlowInput } from './inputs.js';
import { goOn, passOver } from './onAsked.js';
import { leaveMessage } from './onPerson.js';
import { readValue } from './steps/readAnswer.js';
import { act, runSteps, setVariable, showForm } from './steps/runSteps.js';
import { homeOf, offer, sayBot, searchQuestion, type Turn } from './turn.js';

/** Something could not be carried out: say so, fall back to search, offer a person. */
export function onError(turn: Turn, { effect, reason }: Extract<FlowInput, { type: 'error' }>): void {
  const { state, flow } = turn;
  if (effect === 'handoff') {
    if (state.phase === 'handoff') leaveMessage(turn, 'failed');
    return;
  }
  if (effect === 'files') {
    passOver(turn);
    return;
  }
  const step = flow.steps[state.step ?? ''];
  const awaited = {
    match: state.matching !== null,
    answer: state.answered !== null,
    search: state.question !== null,
    action: step?.type === 'action' && !state.confirming,
  };
  if (state.phase !== 'bot' || !awaited[effect]) return;
  Object.assign(state, { matching: null, offerNext: null, answered: null });
  if (step?.type === 'action' && effect === 'action' && step.failed) {
    runSteps(turn, step.failed);
    return;
  }
  if (effect === 'action') state.step = homeOf(turn) ?? state.step;
  sayBot(turn, 'error');
  if (effect !== 'search') searchQuestion(turn);
  offer(turn, 'error', [`${effect}: ${reason}`], null);
}

/** Silence: check in once after an answer; later the question is assumed resolved, or just over. */
export function onSilence(turn: Turn, { minutes }: Extract<FlowInput, { type: 'silence' }>): void {
  const { state, settings, effects } = turn;
  const shown = state.answered !== null && state.lastVote === null;
  if (state.phase !== 'bot') return;
  if (minutes >= settings.timeouts.assumedMinutes) {
    if (shown && !state.doubted) effects.push({ type: 'resolved', how: 'assumed' });
    effects.push({ type: 'end' });
    state.phase = 'ended';
  } else if (minutes >= settings.timeouts.checkInMinutes && shown && !state.checkedIn) {
    state.checkedIn = true;
    sayBot(turn, 'checkIn');
  }
}

/** A form that was sent: the contact form, or the one of the step the flow stands at. */
export function onForm(turn: Turn, { values }: Extract<FlowInput, { type: 'form' }>): void {
  const { state, flow, effects } = turn;
  if (state.phase === 'contact') {
    sayBot(turn, 'contactSent');
    effects.push({ type: 'end' });
    state.phase = 'ended';
    return;
  }
  const step = flow.steps[state.step ?? ''];
  if (state.phase !== 'bot' || step?.type !== 'form' || state.step === null) return;
  for (const field of step.fields) {
    const given = values[field.variable];
    const value = given === undefined || given === '' ? null : readValue(field.input, String(given), state.locale);
    const known = !field.choices || field.choices.some(one => one.value === value);
    if (value === null ? field.required || (given ?? '') !== '' : !known) {
      sayBot(turn, 'invalid');
      showForm(turn, state.step, step);
      return;
    }
    if (value !== null) setVariable(turn, field.variable, value);
  }
  goOn(turn, step.next);
}

/** The result of the action step the flow stands at. */
export function onResult(turn: Turn, input: Extract<FlowInput, { type: 'result' }>): void {
  const { state, flow } = turn;
  const step = flow.steps[state.step ?? ''];
  if (state.phase !== 'bot' || step?.type !== 'action' || state.step !== input.step) return;
  if (state.confirming) return;
  if (input.value !== undefined) setVariable(turn, step.variable, input.value);
  for (const [variable, name] of Object.entries(step.output ?? {})) setVariable(turn, variable, input.values?.[name]);
  runSteps(turn, step.next);
}

/** A yes or a no to the action the flow stands at. */
export function onConfirmed(turn: Turn, accepted: boolean): void {
  const { state, flow } = turn;
  const id = state.step ?? '';
  const step = flow.steps[id];
  if (step?.type !== 'action') return;
  if (accepted) {
    act(turn, id, step);
    return;
  }
  state.confirming = false;
  sayBot(turn, 'declined');
  runSteps(turn, step.declined ?? step.next);
}
