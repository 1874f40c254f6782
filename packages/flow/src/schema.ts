import Type, { type Static, type TProperties } from 'typebox';

const closed = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false });
const stepId = (description: string) => Type.String({ minLength: 1, description });
const textKey = (description: string) => Type.String({ minLength: 1, description });
const variable = (description: string) => Type.String({ minLength: 1, description });
const next = stepId('Step that follows.');

const ValueSchema = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

const ChoiceSchema = closed({
  value: Type.String({ minLength: 1, description: 'Stored in the variable of the step.' }),
  label: textKey('Text on the button.'),
  next: Type.Optional(stepId('Step that follows this choice instead of the one of the question.')),
});

const FieldSchema = closed({
  variable: variable('Where the answer is kept.'),
  label: textKey('Text beside the field.'),
  input: Type.Enum(['text', 'email', 'number', 'date', 'choices']),
  required: Type.Optional(Type.Boolean({ description: 'Default false.' })),
  choices: Type.Optional(
    Type.Array(closed({ value: Type.String(), label: textKey('Text of the option.') }), { minItems: 1 }),
  ),
});

const CaseSchema = closed({
  variable: variable('Variable that is looked at.'),
  is: Type.Optional(ValueSchema),
  in: Type.Optional(Type.Array(ValueSchema, { minItems: 1 })),
  above: Type.Optional(Type.Number()),
  below: Type.Optional(Type.Number()),
  set: Type.Optional(Type.Boolean({ description: 'True: the variable has a value. False: it has none.' })),
  next: stepId('Step that follows when every condition of the case holds.'),
});

/** Schema of each kind of step, by the step's `type`. */
export const stepSchemas = {
  say: closed({ type: Type.Literal('say'), text: textKey('What the bot says.'), next }),
  ask: closed({
    type: Type.Literal('ask'),
    text: textKey('The question.'),
    input: Type.Enum(['choices', 'text', 'email', 'number', 'date', 'pattern']),
    choices: Type.Optional(Type.Array(ChoiceSchema, { minItems: 1, description: 'For input "choices".' })),
    pattern: Type.Optional(
      Type.String({ description: 'For input "pattern": a regular expression the whole answer matches.' }),
    ),
    variable: Type.Optional(variable('Where the answer is kept.')),
    invalid: Type.Optional(textKey('Said when the answer does not fit. Default `bot.invalid`.')),
    next,
  }),
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
    input: Type.Optional(Type.Record(Type.String(), variable('Variable whose value is sent under this name.'))),
    variable: Type.Optional(variable('Where the result is kept.')),
    failed: Type.Optional(stepId('Step that follows a failure. Default: say so, search, offer a person.')),
    next,
  }),
  branch: closed({
    type: Type.Literal('branch'),
    cases: Type.Array(CaseSchema, { minItems: 1, description: 'Tried in order.' }),
    otherwise: stepId('Step that follows when no case holds.'),
  }),
  set: closed({ type: Type.Literal('set'), variable: variable('Variable to change.'), value: ValueSchema, next }),
  goto: closed({ type: Type.Literal('goto'), next }),
  handoff: closed({
    type: Type.Literal('handoff'),
    team: Type.Optional(Type.String({ minLength: 1, description: 'Team that is asked first.' })),
  }),
  form: closed({
    type: Type.Literal('form'),
    text: textKey('Said above the form.'),
    fields: Type.Array(FieldSchema, { minItems: 1 }),
    next,
  }),
  survey: closed({
    type: Type.Literal('survey'),
    survey: Type.Optional(Type.Enum(['csat', 'ces', 'nps'], { description: 'Default csat.' })),
    next,
  }),
  end: closed({ type: Type.Literal('end') }),
};

const StepSchema = Type.Union([
  stepSchemas.say,
  stepSchemas.ask,
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

const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const count = (description: string) => Type.Integer({ minimum: 0, description });
const amount = (description: string) => Type.Number({ exclusiveMinimum: 0, description });

/** Schema of the numbers of a flow. Each is optional; the defaults are `defaultSettings`. */
export const SettingsSchema = closed({
  rephraseAtMost: Type.Optional(count('Times the bot asks to rephrase before it offers a person. Default 2.')),
  repeatTurns: Type.Optional(
    Type.Integer({ minimum: 2, description: 'Turns with the same message before a person is offered. Default 3.' }),
  ),
  negativeVotes: Type.Optional(
    Type.Integer({ minimum: 1, description: '"No" votes before a person is offered. Default 2.' }),
  ),
  turnsWithoutVote: Type.Optional(
    Type.Integer({ minimum: 1, description: 'Bot turns without a vote before a person is offered. Default 8.' }),
  ),
  requestAtFirstTurn: Type.Optional(
    Type.Enum(['handoff', 'offer'], {
      description: 'What a clear request for a person does in the very first message. Default handoff.',
    }),
  ),
  bands: Type.Optional(
    closed({
      answer: Type.Optional(share('Least probability of an answer. Default 0.7.')),
      didYouMean: Type.Optional(share('Least probability of a suggestion. Default 0.25.')),
      gap: Type.Optional(share('Least distance of an answer to the second article. Default 0.15.')),
    }),
  ),
  timeouts: Type.Optional(
    closed({
      answerSeconds: Type.Optional(amount('Seconds a provider of answers may take. Default 8.')),
      checkInMinutes: Type.Optional(
        amount('Minutes of silence after an answer before the bot checks in once. Default 4.'),
      ),
      assumedMinutes: Type.Optional(
        amount('Minutes of silence after which an answered question counts as assumed resolved. Default 30.'),
      ),
    }),
  ),
});

const VariableSchema = closed({
  type: Type.Enum(['string', 'number', 'boolean']),
  initial: Type.Optional(ValueSchema),
});

const head = {
  $schema: Type.Optional(Type.String({ description: 'Address of this schema; editors complete and check with it.' })),
  version: Type.Integer({ minimum: 1, description: 'Raised by the author with each published change.' }),
  locales: Type.Array(Type.String({ minLength: 2 }), {
    minItems: 1,
    description: 'BCP 47; the first is the fallback.',
  }),
  start: stepId('First step.'),
  home: Type.Optional(stepId('An `answer` step where questions go that are written outside of one.')),
  settings: Type.Optional(SettingsSchema),
  variables: Type.Optional(Type.Record(Type.String(), VariableSchema)),
  texts: Type.Record(Type.String(), Type.Record(Type.String(), Type.String({ minLength: 1 })), {
    description:
      'Markdown by text key and locale. `{name}` stands for the value of a variable. Keys `bot.*` replace what the bot says by itself.',
  }),
};

/** JSON Schema of a flow definition. {@link FlowDefinition} is its type. */
export const FlowDefinitionSchema = Type.Object(
  { ...head, steps: Type.Record(Type.String(), StepSchema) },
  { additionalProperties: false, $id: 'https://handrail.dev/schema/flow-1.json', title: 'Handrail flow' },
);

/** The definition without a look inside its steps; those are checked one by one, which gives one clear error each. */
export const FlowOutlineSchema = closed({
  ...head,
  steps: Type.Record(Type.String(), Type.Object({ type: Type.Enum(Object.keys(stepSchemas)) })),
});

/** A flow as its author writes it. */
export type FlowDefinition = Static<typeof FlowDefinitionSchema>;
/** One step of a flow. */
export type FlowStep = Static<typeof StepSchema>;
/** Numbers of a flow as an author gives them. */
export type GivenSettings = Static<typeof SettingsSchema>;
/** A value a variable can hold. */
export type FlowValue = Static<typeof ValueSchema>;
/** One field of a form step. */
export type FormField = Static<typeof FieldSchema>;
/** One condition of a branch step. */
export type BranchCase = Static<typeof CaseSchema>;
