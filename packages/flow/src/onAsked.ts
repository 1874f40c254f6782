import { normalise } from './normalise.js';
import type { FlowStep } from './schema.js';
import { readAnswer } from './steps/readAnswer.js';
import { runSteps, setVariable } from './steps/runSteps.js';
import { choiceItems, labelOf, offer, say, type Turn } from './turn.js';

type AskStep = Extract<FlowStep, { type: 'ask' }>;

/** A typed answer to an ask step. One that does not fit is asked for again, then a person is offered. */
export function onAsked(turn: Turn, step: AskStep, text: string): void {
  if (step.choices) {
    const words = normalise(text);
    const chosen = step.choices.find(
      one => words === normalise(one.value) || words === normalise(labelOf(turn, one.label)),
    );
    if (chosen) {
      onChosen(turn, step, chosen);
      return;
    }
  } else {
    const value = readAnswer(step, text);
    if (value !== null) {
      turn.state.misses = 0;
      setVariable(turn, step.variable, value);
      runSteps(turn, step.next);
      return;
    }
  }
  turn.state.misses += 1;
  const tooOften = turn.state.misses > turn.settings.rephraseAtMost;
  if (tooOften && offer(turn, 'notUnderstood', [], 'offerUnknown')) return;
  say(turn, step.invalid ?? 'bot.invalid');
  if (step.choices) turn.effects.push({ type: 'choices', items: choiceItems(turn, step.choices) });
}

/** A choice of an ask step. */
export function onChosen(turn: Turn, step: AskStep, chosen: NonNullable<AskStep['choices']>[number]): void {
  turn.state.misses = 0;
  setVariable(turn, step.variable, chosen.value);
  runSteps(turn, chosen.next ?? step.next);
}
