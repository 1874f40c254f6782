import Type, { type Static } from 'typebox';
import { SettingsSchema } from './settings.js';
import { StepSchema, stepSchemas } from './steps.js';
import { closed, stepId, textKey, value } from './values.js';

/** Version of the format of definitions. */
export const FORMAT = 2;

const VariableSchema = closed({
  type: Type.Enum(['string', 'number', 'boolean'], { description: 'What it holds.' }),
  initial: Type.Optional(value('What it holds at the beginning. Default: nothing.')),
});

const IntentSchema = closed({
  label: textKey('What it is called when the customer is asked which one is meant.'),
  utterances: Type.Record(Type.String(), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }), {
    description: 'What customers say who mean it, by locale. Five different ones or more.',
  }),
  next: stepId('Step that follows.'),
});

const head = {
  $schema: Type.Optional(Type.String({ description: 'Address of this schema; editors complete and check with it.' })),
  format: Type.Literal(FORMAT, {
    description: 'Version of this format. Older ones are changed by `handrail flow migrate`.',
  }),
  version: Type.Integer({ minimum: 1, description: 'Raised by the author with each published change.' }),
  locales: Type.Array(Type.String({ minLength: 2 }), {
    minItems: 1,
    description: 'BCP 47; the first is the fallback.',
  }),
  start: stepId('First step.'),
  home: Type.Optional(stepId('An `answer` step where questions go that are written outside of one.')),
  settings: Type.Optional(SettingsSchema),
  variables: Type.Optional(
    Type.Record(Type.String(), VariableSchema, {
      description:
        'What the flow remembers, by name: `type` is `string`, `number` or `boolean`; `initial` is where it starts.',
    }),
  ),
  intents: Type.Optional(
    Type.Record(Type.String(), IntentSchema, {
      description: 'Things customers come for that a step of the flow does better than an article.',
    }),
  ),
  texts: Type.Record(Type.String(), Type.Record(Type.String(), Type.String({ minLength: 1 })), {
    description:
      'Markdown by text key and locale. `{name}` stands for the value of a variable. Keys `bot.*` replace what the bot says by itself.',
  }),
};

/** JSON Schema of a flow definition. {@link FlowDefinition} is its type. */
export const FlowDefinitionSchema = Type.Object(
  { ...head, steps: Type.Record(Type.String(), StepSchema, { description: 'Steps by their id.' }) },
  { additionalProperties: false, $id: 'https://handrail.dev/schema/flow-2.json', title: 'Handrail flow' },
);

/** The definition without a look inside its steps; those are checked one by one, which gives one clear error each. */
export const FlowOutlineSchema = closed({
  ...head,
  steps: Type.Record(Type.String(), Type.Object({ type: Type.Enum(Object.keys(stepSchemas)) })),
});

/** A flow as its author writes it. */
export type FlowDefinition = Static<typeof FlowDefinitionSchema>;
