import type { FlowStep, StepOf } from '../schema.js';
import { labelOf, type Turn } from '../turn.js';
import { cardsOf, choicesOn } from './cards.js';

/** A step whose answer may be typed: a question, or cards to choose from. */
export type AskedStep = StepOf<'ask'> | StepOf<'cards'>;

/** One of several answers. */
export interface Option {
  readonly value: string;
  /** Step that follows instead of the one of the question. */
  readonly next?: string;
  /** What may be written for it. */
  readonly names: readonly string[];
}

/** Whether the flow waits for an answer at this step when it stands there. */
export function isAsked(step: FlowStep | undefined): step is AskedStep {
  return step?.type === 'ask' || step?.type === 'cards';
}

/** What can be chosen at a step; `undefined` where the answer is free. */
export function optionsOf(turn: Turn, step: AskedStep): readonly Option[] | undefined {
  if (step.type === 'cards') return optionsOnCards(turn, step);
  return step.choices?.map(({ value, label, next }) => ({
    value,
    names: [value, labelOf(turn, label)],
    ...(next !== undefined && { next }),
  }));
}

/** A choice goes by its value and by what pressing it says; where they are its alone, by its label and its card's title too. */
function optionsOnCards(turn: Turn, step: StepOf<'cards'>): Option[] {
  const cards = cardsOf(turn, step);
  const labels = choicesOn(cards).map(({ label }) => label);
  const written = step.cards.flatMap(({ buttons = [] }) => buttons);
  return cards.flatMap(card => {
    const choices = choicesOn([card]);
    return choices.map(({ value, label, says }) => {
      const next = written.find(button => button.value === value)?.next;
      const isOnly = labels.filter(other => other === label).length === 1;
      return {
        value,
        names: [value, says, ...(isOnly ? [label] : []), ...(choices.length === 1 ? [card.title] : [])],
        ...(next !== undefined && { next }),
      };
    });
  });
}
