import Type, { type Static } from 'typebox';
import { closed, oneOf } from './atoms.js';

const InputSchema = closed({
  /** Default `string`. */
  type: Type.Optional(oneOf('string', 'number', 'boolean')),
  /** A regular expression the whole text matches. Default: any text. */
  pattern: Type.Optional(Type.String({ maxLength: 500 })),
  /** Characters a text may have. Default 200. */
  most: Type.Optional(Type.Integer({ minimum: 1, maximum: 4000 })),
  /** Default `true`. */
  required: Type.Optional(Type.Boolean()),
});

/** One HTTP endpoint of the site that flows may call through the server, with the server's secrets. */
export const ActionConfigSchema = closed({
  /** Default `GET`. */
  method: Type.Optional(oneOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
  /**
   * Address of the endpoint. `{name}` in path or query is filled with that input, encoded; `{customer.id}` with what the
   * site's backend signed, in actions with `verified`.
   */
  url: Type.String({ pattern: '^https?://[^/{}\\s]+(/\\S*)?$', maxLength: 2048 }),
  /** Headers that are sent; `${NAME}` is filled from the server's environment, so that secrets stand in no file. */
  headers: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 4000 }))),
  /** What flows may send, by name; anything else is refused. What the address does not use goes as JSON, or into the query of a `GET` or `DELETE`. */
  input: Type.Optional(Type.Record(Type.String(), InputSchema)),
  /**
   * Results by name, each with its place in the answer as a JSON pointer such as `/order/status`. Default: texts, numbers
   * and booleans at the top of the answer.
   */
  output: Type.Optional(Type.Record(Type.String(), Type.String({ pattern: '^(/[^/]*)*$', maxLength: 500 }))),
  /** `true`: only for customers whose identity the site's backend signed. Default `false`. */
  verified: Type.Optional(Type.Boolean()),
  /** `true`: the endpoint may stand in a private network. Default `false`: a name that leads there is refused. */
  private: Type.Optional(Type.Boolean()),
  /** Seconds the endpoint may take. Default 8. */
  timeout: Type.Optional(Type.Number({ minimum: 0.1, maximum: 60 })),
  /**
   * What it is for, in words for the language model ("Looks up an order by its number and e-mail address."): written answers may call it. Only
   * for a `GET`: what changes something is never the model's to do. Default: it may not.
   */
  tool: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  /** Calls one address may make per minute. Default 10: enough to help, too few to guess. */
  perMinute: Type.Optional(Type.Integer({ minimum: 1, maximum: 6000 })),
});
export type ActionConfig = Static<typeof ActionConfigSchema>;
export type ActionInput = Static<typeof InputSchema>;
