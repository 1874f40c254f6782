import type { FieldItem } from '../effects.js';
import { NO, YES } from '../inputs.js';
import type { FlowStep, FlowValue, StepOf } from '../schema.js';
import { choiceItems, handOff, labelOf, match, say, sayBot, searchQuestion, type Turn } from '../turn.js';
import { cardOf, cardsOf, choicesOn } from './cards.js';
import { holds } from './holds.js';

/** Steps taken at most in one turn: a flow that was never validated cannot hang the page. */
const MOST_STEPS = 100;

/**
 * Ends of the scales: satisfaction in five points, CES 2.0 in seven (CEB, 2013), net promoter score in eleven (Reichheld, "The One
 * Number You Need to Grow", 2003).
 */
export const SCALES = { csat: { from: 1, to: 5 }, ces: { from: 1, to: 7 }, nps: { from: 0, to: 10 } } as const;

/** Goes from this step on until one waits for something. A step that is not there ends the walk. */
export function runSteps(turn: Turn, first: string): void {
  let id: string | null = first;
  for (let taken = 0; id !== null && taken < MOST_STEPS; taken++) {
    const current: FlowStep | undefined = turn.flow.steps[id];
    if (!current) return;
    turn.state.step = id;
    turn.state.confirming = false;
    id = perform(turn, id, current);
  }
}

/** Does one step; gives the next one, or null when the flow waits here. */
function perform(turn: Turn, id: string, step: FlowStep): string | null {
  const { state } = turn;
  switch (step.type) {
    case 'say':
      say(turn, step.text, step.card && { card: cardOf(turn, step.card) });
      return step.next;
    case 'cards':
      return showCards(turn, step);
    case 'ask':
      ask(turn, step);
      return null;
    case 'search':
      if (step.query) state.question = String(state.vars[step.query] ?? state.question ?? '');
      searchQuestion(turn);
      return step.next;
    case 'answer':
      return back(turn) ?? waitForQuestion(turn, step);
    case 'action':
      beginAction(turn, id, step);
      return null;
    case 'branch':
      return step.cases.find(one => holds(one.when, state.vars))?.next ?? step.otherwise;
    case 'set':
      setVariable(turn, step.variable, step.value);
      return step.next;
    case 'goto':
      return step.next;
    case 'handoff':
      handOff(turn, 'flow', [], step.team);
      return null;
    case 'form':
      say(turn, step.text);
      showForm(turn, id, step);
      return null;
    case 'survey':
      showSurvey(turn, step);
      return null;
    case 'end':
      return back(turn) ?? end(turn);
  }
}

/** The step that was left for another topic, once; it says that it is back. */
function back({ state, ...turn }: Turn): string | null {
  const { paused } = state;
  state.paused = null;
  if (paused === null || !turn.flow.steps[paused]) return null;
  sayBot({ ...turn, state }, 'back');
  return paused;
}

function end({ state, effects }: Turn): null {
  state.phase = 'ended';
  effects.push({ type: 'end' });
  return null;
}

/** Keeps a value; without a variable nothing is kept, and without a value the variable has none any more. */
export function setVariable(turn: Turn, variable: string | undefined, value: FlowValue | undefined): void {
  if (variable === undefined) return;
  const { [variable]: _, ...others } = turn.state.vars;
  turn.state.vars = value === undefined ? others : { ...others, [variable]: value };
}

/** Asks the question of an ask step. */
export function ask(turn: Turn, step: StepOf<'ask'>): void {
  say(turn, step.text);
  if (step.choices) turn.effects.push({ type: 'choices', items: choiceItems(turn, step.choices) });
  if (step.input === 'file') turn.effects.push({ type: 'files' });
}

/** Shows the cards that have something to show; waits when there is something to choose. */
function showCards(turn: Turn, step: StepOf<'cards'>): string | null {
  const items = cardsOf(turn, step);
  if (items.length > 0) say(turn, step.text, { cards: { layout: step.layout ?? 'list', items } });
  return choicesOn(items).length > 0 ? null : step.next;
}

/** Asks before an action that wants a yes; does the others. */
function beginAction(turn: Turn, id: string, step: StepOf<'action'>): void {
  if (step.confirm === undefined) {
    act(turn, id, step);
    return;
  }
  say(turn, step.confirm);
  const items = [
    { value: YES, label: labelOf(turn, 'bot.yes') },
    { value: NO, label: labelOf(turn, 'bot.no') },
  ];
  turn.effects.push({ type: 'choices', items });
  turn.state.confirming = true;
}

/** Has an action done; its result follows as an input. */
export function act(turn: Turn, id: string, step: StepOf<'action'>): void {
  turn.state.confirming = false;
  turn.effects.push({
    type: 'action',
    step: id,
    name: step.name,
    input: gather(turn, step.input ?? {}),
    confirmed: step.confirm !== undefined,
  });
}

/** Shows the fields of a form step, also again after an answer that did not fit. */
export function showForm(turn: Turn, id: string, step: StepOf<'form'>): void {
  const fields = step.fields.map(
    (field): FieldItem => ({
      name: field.variable,
      label: labelOf(turn, field.label),
      input: field.input,
      required: field.required ?? false,
      ...(field.choices && { choices: choiceItems(turn, field.choices) }),
    }),
  );
  turn.effects.push({ type: 'form', step: id, fields });
}

/** Asks for a score. */
export function showSurvey(turn: Turn, step: StepOf<'survey'>): void {
  say(turn, step.text ?? 'bot.survey');
  const { survey = 'csat', least, most } = step;
  turn.effects.push({
    type: 'survey',
    survey,
    ...SCALES[survey],
    ...(least !== undefined && { least: labelOf(turn, least) }),
    ...(most !== undefined && { most: labelOf(turn, most) }),
  });
}

function waitForQuestion(turn: Turn, step: StepOf<'answer'>): null {
  const { state } = turn;
  const asked = step.query === undefined ? undefined : state.vars[step.query];
  if (asked !== undefined && asked !== '') match(turn, String(asked));
  else if (step.text) say(turn, step.text);
  return null;
}

function gather(turn: Turn, names: Readonly<Record<string, string>>): Record<string, FlowValue> {
  const input: Record<string, FlowValue> = {};
  for (const [name, variable] of Object.entries(names)) {
    const value = turn.state.vars[variable];
    if (value !== undefined) input[name] = value;
  }
  return input;
}
