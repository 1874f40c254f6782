import type { Tree } from '@handrail/content';
import { TreeSchema } from '@handrail/content/schema';
import Type, { type Static } from 'typebox';
import { closed, Id, Locale, oneOf, Short } from './atoms.js';
import { type Source, SourceSchema } from './story.js';

/** Asks the server to have an answer written from sections of its articles. */
export const AskAnswerSchema = closed({
  /** The site's id. */
  site: Short,
  /** Of this question; a repeat is another answer. */
  id: Id,
  /** The customer's language. */
  locale: Locale,
  /** What the customer said. */
  text: Type.String({ minLength: 1, maxLength: 4000 }),
  /** What the answer may rest on, best first; the server reads the text of each itself. */
  passages: Type.Array(closed({ article: Short, section: Type.Optional(Short) }), { minItems: 1, maxItems: 8 }),
  /** What was said before, oldest first. */
  before: Type.Optional(
    Type.Array(closed({ by: oneOf('visitor', 'bot'), text: Type.String({ maxLength: 1500 }) }), { maxItems: 6 }),
  ),
});
export type AskAnswer = Static<typeof AskAnswerSchema>;

/** How a written answer ended. `refused`: the passages do not answer it. `handoff`: a person is needed. */
export const WrittenResultSchema = oneOf('answered', 'refused', 'handoff', 'failed');
export type WrittenResult = Static<typeof WrittenResultSchema>;

/** One event of the answer's stream. */
export const WrittenEventSchema = Type.Union([
  closed({
    type: Type.Literal('text'),
    /** The whole answer so far, as a token tree. */
    tree: TreeSchema,
  }),
  closed({
    type: Type.Literal('end'),
    result: WrittenResultSchema,
    /** Sections the sentences rest on, in the order they are named. */
    sources: Type.Array(SourceSchema),
  }),
]);
export type WrittenEvent =
  | { readonly type: 'text'; readonly tree: Tree }
  | { readonly type: 'end'; readonly result: WrittenResult; readonly sources: readonly Source[] };
