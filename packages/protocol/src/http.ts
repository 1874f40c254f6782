import Type, { type Static } from 'typebox';
import { SERVER_FRAMES, type ServerFrame } from './frames/server.js';
import { closed, Id, oneOf, Short, Time } from './records/atoms.js';

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

/** `GET /api/v1/files/:id/link`: an address that shows the file to whoever has it, until `expiresAt` (ms since 1970). */
export const FileLinkSchema = closed({ url: Type.String(), expiresAt: Time });
export type FileLink = Static<typeof FileLinkSchema>;

/** `POST /api/v1/frames`: frames for the server, beside an event stream or between two polls. */
export const PostedSchema = closed({
  site: Short,
  /** The stream's id, from its `open` event; what is posted under it is a sign of life of that stream. */
  stream: Type.Optional(Id),
  /** Any of the client's frames but `hello`; each is checked for itself and refused by a frame. */
  frames: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 64 }),
});
export type Posted = Static<typeof PostedSchema>;

/** `POST /api/v1/poll`: waits until something happens. */
export const PollSchema = closed({
  /** A `hello` frame; it is checked as one and refused by a frame. */
  hello: Type.Unknown(),
  /** From the answer before. A greeting with this digest is not said again. */
  seen: Type.Optional(Short),
});
export type Poll = Static<typeof PollSchema>;

/** Answer to both: frames of the server, and whether the connection ends with them, by a close code. */
export const AnswerSchema = closed({
  frames: Type.Array(Type.Union(Object.values(SERVER_FRAMES))),
  close: Type.Optional(closed({ code: Type.Integer(), reason: Type.String() })),
  seen: Type.Optional(Type.String()),
});
export type Answer = Omit<Static<typeof AnswerSchema>, 'frames'> & { readonly frames: readonly ServerFrame[] };
