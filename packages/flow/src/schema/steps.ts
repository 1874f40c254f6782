import Type, { type Static } from 'typebox';
import { CardSchema, CardsStepSchema } from './cards.js';
import { ConditionSchema } from './conditions.js';
import { closed, stepId, textKey, value, variable } from './values.js';

const next = stepId('Step that follows.');

const ChoiceSchema = closed({
  value: Type.String({ minLength: 1, description: 'Stored in the variable of the step.' }),
  label: textKey('Text on the button.'),
  next: Type.Optional(stepId('Step that follows this choice instead of the one of the question.')),
});

const FieldSchema = closed({
  variable: variable('Where the answer is kept.'),
  label: textKey('Text beside the field.'),
  input: Type.Enum(['text', 'email', 'number', 'date', 'choices'], { description: 'What is taken.' }),
  required: Type.Optional(Type.Boolean({ description: 'Default false.' })),
  choices: Type.Optional(
    Type.Array(
      closed({ value: Type.String({ description: 'Kept in the variable.' }), label: textKey('Text of the option.') }),
      { minItems: 1, description: 'For input "choices".' },
    ),
  ),
});

const CaseSchema = closed({
  when: ConditionSchema,
  next: stepId('Step that follows when the condition holds.'),
});

/** Schema of each kind of step, by the step's `type`. */
export const stepSchemas = {
  say: closed({
    type: Type.Literal('say'),
    text: textKey('What the bot says.'),
    card: Type.Optional(CardSchema),
    next,
  }),
  ask: closed({
    type: Type.Literal('ask'),
    text: textKey('The question.'),
    input: Type.Enum(['choices', 'text', 'email', 'number', 'date', 'pattern', 'file'], {
      description: 'What answers it. Of files the variable gets the names; the files themselves go to the server.',
    }),
    choices: Type.Optional(Type.Array(ChoiceSchema, { minItems: 1, description: 'For input "choices".' })),
    pattern: Type.Optional(
      Type.String({ description: 'For input "pattern": a regular expression the whole answer matches.' }),
    ),
    least: Type.Optional(Type.Number({ description: 'For input "number": the smallest that fits.' })),
    most: Type.Optional(Type.Number({ description: 'For input "number": the largest that fits.' })),
    variable: Type.Optional(
      variable('Where the answer is kept. An address, a date or a pattern can be corrected by saying it again.'),
    ),
    invalid: Type.Optional(textKey('Said when the answer does not fit. Default `bot.invalid`.')),
    optional: Type.Optional(
      stepId('Step that follows when the customer says no or later. Default: the question must be answered.'),
    ),
    next,
  }),
  cards: CardsStepSchema,
  search: closed({
    type: Type.Literal('search'),
    query: Type.Optional(variable('Variable with the words to search for. Default: the last question.')),
    next,
  }),
  answer: closed({
    type: Type.Literal('answer'),
    query: Type.Optional(variable('Variable with the question. Default: what the customer writes.')),
    text: Type.Optional(textKey('Said when the step waits for a question.')),
    by: Type.Optional(
      Type.Enum(['quote', 'model'], {
        description: 'Quote the section (default), or let a language model write from it.',
      }),
    ),
    next: Type.Optional(
      stepId('Step that follows when the customer says the answer helped. Default: stay for the next question.'),
    ),
  }),
  action: closed({
    type: Type.Literal('action'),
    name: Type.String({
      minLength: 1,
      description: 'Name of the server action or of the tool registered in the page.',
    }),
    input: Type.Optional(
      Type.Record(Type.String(), variable('Variable whose value is sent under this name.'), {
        description:
          'What is sent: variables, by the name under which their value goes. One without a value is left out.',
      }),
    ),
    variable: Type.Optional(variable('Where a result that is one value is kept.')),
    output: Type.Optional(
      Type.Record(Type.String(), Type.String({ minLength: 1 }), {
        description: 'Variables and the names under which the result has their values. What is missing has no value.',
      }),
    ),
    confirm: Type.Optional(
      textKey('Asked before anything is done; only a yes does it. For actions that change something.'),
    ),
    declined: Type.Optional(stepId('Step that follows a no to `confirm`. Default: the next one.')),
    failed: Type.Optional(stepId('Step that follows a failure. Default: say so, search, offer a person.')),
    next,
  }),
  branch: closed({
    type: Type.Literal('branch'),
    cases: Type.Array(CaseSchema, { minItems: 1, description: 'Tried in order.' }),
    otherwise: stepId('Step that follows when no case holds.'),
  }),
  set: closed({
    type: Type.Literal('set'),
    variable: variable('Variable to change.'),
    value: value('What it holds from then on.'),
    next,
  }),
  goto: closed({ type: Type.Literal('goto'), next }),
  handoff: closed({
    type: Type.Literal('handoff'),
    team: Type.Optional(Type.String({ minLength: 1, description: 'Team that is asked first.' })),
  }),
  form: closed({
    type: Type.Literal('form'),
    text: textKey('Said above the form.'),
    fields: Type.Array(FieldSchema, { minItems: 1, description: 'What is asked, in order.' }),
    next,
  }),
  survey: closed({
    type: Type.Literal('survey'),
    survey: Type.Optional(
      Type.Enum(['csat', 'ces', 'nps'], {
        description:
          'Satisfaction from 1 to 5 (default), effort from 1 to 7 ("made it easy"), recommendation from 0 to 10.',
      }),
    ),
    text: Type.Optional(textKey('The question. Default `bot.survey`.')),
    least: Type.Optional(textKey('Text beside the lowest score. Default: none.')),
    most: Type.Optional(textKey('Text beside the highest score. Default: none.')),
    variable: Type.Optional(variable('Where the score is kept. Without an answer it has no value.')),
    next: stepId('Step that follows, also when the customer does not want to answer.'),
  }),
  end: closed({ type: Type.Literal('end') }),
};

/** Schema of any step. */
export const StepSchema = Type.Union([
  stepSchemas.say,
  stepSchemas.ask,
  stepSchemas.cards,
  stepSchemas.search,
  stepSchemas.answer,
  stepSchemas.action,
  stepSchemas.branch,
  stepSchemas.set,
  stepSchemas.goto,
  stepSchemas.handoff,
  stepSchemas.form,
  stepSchemas.survey,
  stepSchemas.end,
]);

/** One step of a flow. */
export type FlowStep = Static<typeof StepSchema>;
/** A step of one kind. */
export type StepOf<K extends FlowStep['type']> = Extract<FlowStep, { type: K }>;
/** One field of a form step. */
export type FormField = Static<typeof FieldSchema>;
/** One case of a branch step. */
export type BranchCase = Static<typeof CaseSchema>;
