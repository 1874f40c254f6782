import {
  AgentGrantSchema,
  AnswerSchema,
  AvailabilitySchema,
  HelloSchema,
  NewVisitorSchema,
  PollSchema,
  PostedSchema,
  SignInSchema,
  VisitorGrantSchema,
  WidgetConfigSchema,
} from '@handrail/protocol/schema';
import Type, { type TSchema } from 'typebox';
import type { Action } from '../access/can.js';
import { DEFAULT_RATES } from './httpOptions.js';

/** One route of the API: what it takes and gives. Registration and the OpenAPI document both read it. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly action: Action;
  readonly summary: string;
  readonly params?: TSchema;
  readonly querystring?: TSchema;
  readonly body?: TSchema;
  readonly status: 200 | 201;
  /** Default: `application/json`. */
  readonly answerType?: string;
  readonly answer: TSchema;
}

const SiteField = Type.Object({ site: Type.String({ minLength: 1, maxLength: 63, description: 'Id of the site.' }) });

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
} as const satisfies Record<string, ApiRoute>;
