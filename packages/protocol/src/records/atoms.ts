import Type, { type TProperties } from 'typebox';

/** An object with no other fields than these. */
export const closed = <P extends TProperties>(properties: P, options: { description?: string } = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

/** One of a few words. */
export const oneOf = <V extends string>(...values: V[]) => Type.Enum(values);

/** A UUIDv7 in lower case, made by whoever writes the thing. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });

/** Milliseconds since 1970-01-01 UTC. */
export const Time = Type.Integer({ minimum: 0 });

/** A place in a conversation's log, from 1, without gaps. */
export const Seq = Type.Integer({ minimum: 0 });

/** A short name or label. */
export const Short = Type.String({ maxLength: 200 });

/** The same beside files, which may stand alone. */
export const TextOrNone = Type.String({ maxLength: 65_536 });

/** A web address as text; it is checked again wherever it becomes a link. */
export const Address = Type.String({ maxLength: 2048 });

/** A customer's or agent's text; its bytes are checked against `limits.textBytes`. */
export const Text = Type.String({ minLength: 1, maxLength: 65_536 });

/** A BCP 47 language tag. */
export const Locale = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 });
