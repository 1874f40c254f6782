import type { FieldItem } from '../effects.js';
import type { FlowStep, FlowValue } from '../schema.js';
import { choiceItems, handOff, labelOf, match, say, searchQuestion, type Turn } from '../turn.js';
import { holds } from './holds.js';

/** Steps taken at most in one turn: a flow that was never validated cannot hang the page. */
const MOST_STEPS = 100;

/** Goes from this step on until one waits for something. A step that is not there ends the walk. */
export function runSteps(turn: Turn, first: string): void {
  let id: string | null = first;
  for (let taken = 0; id !== null && taken < MOST_STEPS; taken++) {
    const current: FlowStep | undefined = turn.flow.steps[id];
    if (!current) return;
    turn.state.step = id;
    id = perform(turn, id, current);
  }
}

/** Does one step; gives the next one, or null when the flow waits here. */
function perform(turn: Turn, id: string, step: FlowStep): string | null {
  const { state, effects } = turn;
  switch (step.type) {
    case 'say':
      say(turn, step.text);
      return step.next;
    case 'ask':
      say(turn, step.text);
      if (step.choices) effects.push({ type: 'choices', items: choiceItems(turn, step.choices) });
      return null;
    case 'search':
      if (step.query) state.question = String(state.vars[step.query] ?? state.question ?? '');
      searchQuestion(turn);
      return step.next;
    case 'answer':
      return waitForQuestion(turn, step);
    case 'action':
      effects.push({ type: 'action', step: id, name: step.name, input: gather(turn, step.input ?? {}) });
      return null;
    case 'branch':
      return step.cases.find(one => holds(one, state.vars))?.next ?? step.otherwise;
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
      effects.push({ type: 'survey', survey: step.survey ?? 'csat' });
      return step.next;
    case 'end':
      state.phase = 'ended';
      effects.push({ type: 'end' });
      return null;
  }
}

/** Keeps a value; without a variable nothing is kept. */
export function setVariable(turn: Turn, variable: string | undefined, value: FlowValue): void {
  if (variable !== undefined) turn.state.vars = { ...turn.state.vars, [variable]: value };
}

/** Shows the fields of a form step, also again after an answer that did not fit. */
export function showForm(turn: Turn, id: string, step: Extract<FlowStep, { type: 'form' }>): void {
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

function waitForQuestion(turn: Turn, step: Extract<FlowStep, { type: 'answer' }>): null {
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
