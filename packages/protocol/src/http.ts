import Type, { type Static } from 'typebox';
import { closed, oneOf, Short } from './records/atoms.js';

const problem = closed({
  code: Type.String(),
  message: Type.String(),
  path: Type.Optional(Type.String()),
  expected: Type.Optional(Type.String()),
  got: Type.Optional(Type.String()),
  retryAfter: Type.Optional(Type.Number()),
});

/** Body of every HTTP refusal. */
export const ProblemBodySchema = closed({ error: problem });

/** `POST /api/v1/visitors`: an anonymous visitor, made when there is a first message to send. */
export const NewVisitorSchema = closed({ site: Short });
export type NewVisitor = Static<typeof NewVisitorSchema>;

/** Its answer: the token is shown once and stored by the page. */
export const VisitorGrantSchema = closed({ visitor: Short, token: Type.String() });
export type VisitorGrant = Static<typeof VisitorGrantSchema>;

/** `POST /api/v1/sign-in`: a one-time code becomes an agent's session. */
export const SignInSchema = closed({ code: Type.String({ minLength: 16, maxLength: 512 }) });
export type SignIn = Static<typeof SignInSchema>;

/** Its answer. */
export const AgentGrantSchema = closed({
  token: Type.String(),
  agent: closed({ id: Short, name: Short, role: oneOf('agent', 'admin') }),
  site: Short,
});
export type AgentGrant = Static<typeof AgentGrantSchema>;
