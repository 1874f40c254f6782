import Type, { type Static } from 'typebox';
import { closed, ValueSchema, value, variable } from './values.js';

const inside = Type.Ref('Condition');

/** Schema of a condition: a look at one variable, or `all`, `any`, `not` of other conditions. Data, never code. */
export const ConditionSchema = Type.Cyclic(
  {
    Condition: closed({
      variable: Type.Optional(variable('Variable that is looked at; everything said of it must hold.')),
      is: Type.Optional(value('It is exactly this.')),
      in: Type.Optional(Type.Array(ValueSchema, { minItems: 1, description: 'It is one of these.' })),
      above: Type.Optional(Type.Number({ description: 'It is a number larger than this.' })),
      below: Type.Optional(Type.Number({ description: 'It is a number smaller than this.' })),
      contains: Type.Optional(
        Type.String({ minLength: 1, description: 'Words in the value, without regard to case and accents.' }),
      ),
      set: Type.Optional(Type.Boolean({ description: 'True: the variable has a value. False: it has none.' })),
      all: Type.Optional(Type.Array(inside, { minItems: 1, description: 'Each of these holds.' })),
      any: Type.Optional(Type.Array(inside, { minItems: 1, description: 'At least one of these holds.' })),
      not: Type.Optional(Type.Ref('Condition', { description: 'This does not hold.' })),
    }),
  },
  'Condition',
  { description: 'What must hold.' },
);

/** What must hold for a case of a branch. */
export type Condition = Static<typeof ConditionSchema>;
