import Type, { type Static, type TProperties } from 'typebox';

/** An object with these properties and no others. */
export const closed = <P extends TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

/** Names a definition uses for its own things. */
export const stepId = (description: string) => Type.String({ minLength: 1, description });
export const textKey = (description: string) => Type.String({ minLength: 1, description });
export const variable = (description: string) => Type.String({ minLength: 1, description });

export const value = (description: string) =>
  Type.Union([Type.String(), Type.Number(), Type.Boolean()], { description });

/** Schema of what a variable holds. */
export const ValueSchema = value('A text, a number, true or false.');

/** A value a variable can hold. */
export type FlowValue = Static<typeof ValueSchema>;
