import {
  ActionResultSchema,
  AgentGrantSchema,
  AnswerSchema,
  AskAnswerSchema,
  AvailabilitySchema,
  FileLinkSchema,
  HelloSchema,
  IdentifySchema,
  IdentityGrantSchema,
  NewVisitorSchema,
  OutcomeReportSchema,
  PollSchema,
  PostedSchema,
  RefreshSchema,
  ReportQuerySchema,
  ReportSchema,
  RevokeSchema,
  RunActionSchema,
  SignInSchema,
  VisitorGrantSchema,
  WidgetConfigSchema,
} from '@handrail/protocol/schema';
import Type, { type TSchema } from 'typebox';
import type { Action } from '../access/can.js';
import { DEFAULT_RATES } from './httpOptions.js';

/** One route of the API: what it takes and gives. Registration and the OpenAPI document both read it. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly action: Action;
  readonly summary: string;
  readonly params?: TSchema;
  readonly querystring?: TSchema;
  readonly body?: TSchema;
  readonly status: 200 | 201 | 204;
  /** Default: `application/json`. */
  readonly answerType?: string;
  /** Absent: no body. */
  readonly answer?: TSchema;
}

const SiteField = Type.Object({ site: Type.String({ minLength: 1, maxLength: 63, description: 'Id of the site.' }) });

const FileField = Type.Object({ id: Type.String({ description: 'Id of the file.' }) });

/** Every route of the API. */
export const API = {
  health: {
    method: 'GET',
    url: '/healthz',
    action: 'route:health',
    summary: 'Whether the server is ready.',
    status: 200,
    answer: Type.Object({ status: Type.Literal('ok') }),
  },
  site: {
    method: 'GET',
    url: '/api/v1/sites/:site',
    action: 'route:site',
    summary: 'The part of a site’s settings its pages may know.',
    params: SiteField,
    status: 200,
    answer: WidgetConfigSchema,
  },
  availability: {
    method: 'GET',
    url: '/api/v1/availability',
    action: 'route:availability',
    summary: 'Whether a person can come now, and when otherwise.',
    querystring: SiteField,
    status: 200,
    answer: AvailabilitySchema,
  },
  visitors: {
    method: 'POST',
    url: '/api/v1/visitors',
    action: 'route:visitors',
    summary: `Makes an anonymous visitor; its token is shown once. ${DEFAULT_RATES.visitors} a minute and address.`,
    body: NewVisitorSchema,
    status: 201,
    answer: VisitorGrantSchema,
  },
  identity: {
    method: 'POST',
    url: '/api/v1/identity',
    action: 'route:identity',
    summary: `Turns a token the site’s backend signed into a session. ${DEFAULT_RATES.identity} a minute and address.`,
    body: IdentifySchema,
    status: 200,
    answer: IdentityGrantSchema,
  },
  refreshIdentity: {
    method: 'POST',
    url: '/api/v1/identity/refresh',
    action: 'route:identity',
    summary: 'The next session for a refresh, which is good once; shown again it ends all of its sign-in.',
    body: RefreshSchema,
    status: 200,
    answer: IdentityGrantSchema,
  },
  revokeIdentity: {
    method: 'POST',
    url: '/api/v1/identity/revoke',
    action: 'route:identity',
    summary: 'Ends a visitor’s token, or all that came from a sign-in, and closes their connections.',
    body: RevokeSchema,
    status: 204,
  },
  actions: {
    method: 'POST',
    url: '/api/v1/actions',
    action: 'route:actions',
    summary:
      'Has the server do what an `action` step of a flow names; `Authorization: Bearer` carries the token of a known customer.',
    body: RunActionSchema,
    status: 200,
    answer: ActionResultSchema,
  },
  answers: {
    method: 'POST',
    url: '/api/v1/answers',
    action: 'route:actions',
    summary:
      'Has an answer written by the site’s language model, as server-sent events: the answer so far, sentence by sentence, then how it ended. `Authorization: Bearer` carries the token of a known customer.',
    body: AskAnswerSchema,
    status: 200,
    answerType: 'text/event-stream',
    answer: Type.String(),
  },
  signIn: {
    method: 'POST',
    url: '/api/v1/sign-in',
    action: 'route:sign-in',
    summary: `Turns a one-time code into an agent’s session. ${DEFAULT_RATES.signIn} a minute and address.`,
    body: SignInSchema,
    status: 200,
    answer: AgentGrantSchema,
  },
  socket: {
    method: 'GET',
    url: '/api/v1/socket',
    action: 'route:realtime',
    summary:
      'Without an upgrade: whether a WebSocket would be let in now. Tells a busy server from a network without WebSocket.',
    status: 200,
    answer: Type.Object({ status: Type.Literal('open') }),
  },
  stream: {
    method: 'POST',
    url: '/api/v1/stream',
    action: 'route:realtime',
    summary: 'The server’s frames as server-sent events, after `hello`; see the protocol.',
    body: HelloSchema,
    status: 200,
    answerType: 'text/event-stream',
    answer: Type.String(),
  },
  poll: {
    method: 'POST',
    url: '/api/v1/poll',
    action: 'route:realtime',
    summary: 'Waits for the server’s frames, at most until the next heartbeat; see the protocol.',
    body: PollSchema,
    status: 200,
    answer: AnswerSchema,
  },
  frames: {
    method: 'POST',
    url: '/api/v1/frames',
    action: 'route:realtime',
    summary: 'Frames of a client without a socket, answered at once; `Authorization: Bearer` carries the token.',
    body: PostedSchema,
    status: 200,
    answer: AnswerSchema,
  },
  outcomes: {
    method: 'POST',
    url: '/api/v1/outcomes',
    action: 'route:outcomes',
    summary: `How a help session ended, as the page reports it; \`text/plain\` is taken too, so that a page that is left can send it. ${DEFAULT_RATES.outcomes} a minute and address.`,
    body: OutcomeReportSchema,
    status: 204,
  },
  report: {
    method: 'GET',
    url: '/api/v1/report',
    action: 'route:report',
    summary: 'The results of a site over days; for agents with the role `admin`, by `Authorization: Bearer`.',
    querystring: ReportQuerySchema,
    status: 200,
    answer: ReportSchema,
  },
  announceFile: {
    method: 'POST',
    url: '/api/v1/files',
    action: 'route:files',
    summary:
      'Announces a file (tus 1.0.0 creation): `Upload-Length`, and `Upload-Metadata` with `id` and `name`. The same again says how much is there.',
    querystring: SiteField,
    status: 201,
  },
  fileProgress: {
    method: 'HEAD',
    url: '/api/v1/files/:id',
    action: 'route:files',
    summary: 'How much of a file is there: `Upload-Offset` of `Upload-Length` bytes.',
    params: FileField,
    querystring: SiteField,
    status: 200,
  },
  sendFile: {
    method: 'PATCH',
    url: '/api/v1/files/:id',
    action: 'route:files',
    summary:
      'More bytes from `Upload-Offset` on, as `application/offset+octet-stream`. The last one makes the file whole.',
    params: FileField,
    querystring: SiteField,
    status: 204,
  },
  cancelFile: {
    method: 'DELETE',
    url: '/api/v1/files/:id',
    action: 'route:files',
    summary: 'Takes a file back that no message brought yet.',
    params: FileField,
    querystring: SiteField,
    status: 204,
  },
  fileLink: {
    method: 'GET',
    url: '/api/v1/files/:id/link',
    action: 'route:files',
    summary: 'An address that shows the file for a while to whoever has it.',
    params: FileField,
    querystring: SiteField,
    status: 200,
    answer: FileLinkSchema,
  },
} as const satisfies Record<string, ApiRoute>;
