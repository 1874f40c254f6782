import Type, { type Static } from 'typebox';
import { SERVER_FRAMES, type ServerFrame } from './frames/server.js';
import { closed, Id, oneOf, Short, Time } from './records/atoms.js';
import { AttributeSchema } from './records/story.js';

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

const Jwt = Type.String({ minLength: 1, maxLength: 8192 });
const Opaque = Type.String({ minLength: 16, maxLength: 512 });

/** `POST /api/v1/identity`: a token the site's backend signed becomes a session. */
export const IdentifySchema = closed({
  site: Short,
  /** The JWT. */
  token: Jwt,
  /** Whom the page thinks it is; another `sub` is refused, so that a token kept for somebody else signs nobody in. */
  id: Type.String({ minLength: 1, maxLength: 200 }),
  /** The token this browser has. An anonymous visitor's open conversations come along; a session of the same person goes on. */
  current: Type.Optional(Opaque),
});
export type Identify = Static<typeof IdentifySchema>;

/** `POST /api/v1/identity/refresh`: the next session for a refresh, which is good once. */
export const RefreshSchema = closed({ site: Short, refresh: Opaque });
export type Refresh = Static<typeof RefreshSchema>;

/** The answer to both. Tokens are shown once. */
export const IdentityGrantSchema = closed({
  /** The same for the same `sub`, whatever the device. */
  visitor: Short,
  /** The session's token. */
  token: Type.String(),
  /** Milliseconds until it ends. */
  expiresIn: Type.Integer({ minimum: 0 }),
  /** Good for one more session. Shown a second time it ends all that came from the same sign-in. */
  refresh: Type.String(),
  /** Milliseconds until it ends. */
  refreshExpiresIn: Type.Integer({ minimum: 0 }),
  /** What the token said, the `sub` as `id`. */
  attributes: Type.Array(AttributeSchema),
  /** Conversations of this person that are open. */
  open: Type.Integer({ minimum: 0 }),
});
export type IdentityGrant = Static<typeof IdentityGrantSchema>;

/** `POST /api/v1/identity/revoke`: ends a visitor's token, or all that came from a sign-in. Answers the same for a token nobody knows. */
export const RevokeSchema = closed({ site: Short, token: Opaque });
export type Revoke = Static<typeof RevokeSchema>;

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

const Flat = Type.Record(
  Type.String({ maxLength: 200 }),
  Type.Union([Type.String({ maxLength: 4000 }), Type.Number(), Type.Boolean()]),
);

/** `POST /api/v1/actions`: what a flow has the server do for it. */
export const RunActionSchema = closed({
  site: Short,
  name: Short,
  /** Goes to the endpoint as `Idempotency-Key`; of a call made twice it can answer the second like the first. */
  id: Id,
  input: Flat,
});
export type RunAction = Static<typeof RunActionSchema>;

/** Its answer: results by name. One that the endpoint did not give is absent. */
export const ActionResultSchema = closed({ values: Flat });
export type ActionResult = Static<typeof ActionResultSchema>;
