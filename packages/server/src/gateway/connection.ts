import type { Duplex } from 'node:stream';
import { type ClientFrame, type CloseCodeNumber, encode, type Hello, type Problem } from '@handrail/protocol';
import type { Decoder } from '@handrail/protocol/decode';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Greeted } from '../handlers/hello.js';
import type { Joined } from '../handlers/welcome.js';
import { dispatch, type Handlers } from './dispatch.js';
import { createHeartbeat, type Heartbeat } from './heartbeat.js';
import { createIntake, type Taken } from './intake.js';
import type { Link, Request } from './link.js';
import { createOutflow, type Outflow } from './outflow.js';
import type { ServerLimits } from './serverLimits.js';

/** What a connection is made of. */
export interface ConnectionParts {
  readonly decoder: Decoder;
  readonly limits: ServerLimits;
  readonly now: () => number;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** From 0 up to 1. */
  readonly chance: () => number;
  readonly newId: () => string;
  readonly hello: (hello: Hello, request: Request) => Promise<Greeted>;
  readonly welcome: (link: Link, hello: Hello, version: number) => Promise<Joined>;
  readonly handlers: Handlers;
  readonly log: Logger;
}

/** One socket's life, as the gateway drives it. */
export interface Connection {
  /** Does what is due by now. */
  tick(): void;
  /** Says when to come back, in seconds, then closes. */
  bye(retryAfter: number): void;
  terminate(): void;
}

/** `waiting` for hello -> `greeting` while it is looked at -> `open`; `over` from any of them. */
type Phase = 'waiting' | 'greeting' | 'open' | 'over';

interface State {
  phase: Phase;
  link: Link | null;
  joined: Joined | null;
  expiresAt: number | null;
  /** Frames sent before `welcome`, in order. */
  readonly early: ClientFrame[];
}

/** What the functions below work on: one socket and its state. */
interface Wire {
  readonly socket: WebSocket;
  readonly request: Request;
  readonly parts: ConnectionParts;
  readonly out: Outflow;
  readonly heart: Heartbeat;
  readonly state: State;
}

/** Frames kept while hello is looked at; a client has at most its unacknowledged events and a few others. */
const EARLY = 64;

/**
 * @param stream what the socket writes to
 */
export function createConnection(
  socket: WebSocket,
  stream: Duplex,
  request: Request,
  parts: ConnectionParts,
): Connection {
  const { limits, elapsed, chance, log } = parts;
  const out = createOutflow(socket, stream, limits, elapsed);
  const heart = createHeartbeat({ beatMs: limits.beatMs, silenceMs: limits.silenceMs, now: elapsed, chance });
  const state: State = { phase: 'waiting', link: null, joined: null, expiresAt: null, early: [] };
  const wire: Wire = { socket, request, parts, out, heart, state };
  const take = createIntake(parts.decoder, limits, elapsed);
  const openedAt = elapsed();
  socket.on('message', (data, isBinary) => {
    if (state.phase === 'over') return;
    heart.heard();
    receive(wire, take(data, isBinary));
  });
  socket.on('ping', heart.heard);
  socket.on('error', error => log.debug({ err: error, actor: state.link?.actor.id }, 'socket error'));
  socket.on('close', () => finish(wire));
  return {
    tick: () => tick(wire, elapsed() - openedAt),
    bye(retryAfter) {
      if (state.phase === 'open') state.link?.reply({ t: 'bye', code: 4000, retryAfter });
      close(wire, 4000, 'The server stops.');
    },
    terminate: () => socket.terminate(),
  };
}

function receive(wire: Wire, taken: Taken): void {
  if ('close' in taken) close(wire, taken.close, taken.reason);
  else if ('refusal' in taken) refuse(wire, taken.refusal, taken.id, taken.conversation);
  else receiveFrame(wire, taken.frame);
}

function receiveFrame(wire: Wire, frame: ClientFrame): void {
  const { state, parts } = wire;
  if (state.phase === 'greeting') {
    if (state.early.push(frame) > EARLY) close(wire, 4501, 'Too many frames before welcome.');
  } else if (state.link) dispatch(parts.handlers, state.link, frame, parts.log);
  else if (frame.t === 'hello') void greet(wire, frame).catch(error => failHello(wire, error));
  else {
    const problem = { message: 'The first frame is hello.', path: '/t', expected: 'hello', got: frame.t };
    refuse(wire, { code: 'unauthenticated', ...problem });
  }
}

/** A frame that cannot be read is answered, by its id when it has one; before hello it ends the connection. */
function refuse(wire: Wire, problem: Problem, id?: string, conversation?: string): void {
  const named = id !== undefined && conversation !== undefined;
  wire.out.send(encode(named ? { t: 'nack', id, conversation, ...problem } : { t: 'error', ...problem }));
  if (wire.state.phase === 'waiting') close(wire, 4501, 'The first frame was no hello.');
}

async function greet(wire: Wire, hello: Hello): Promise<void> {
  const { state, parts, request } = wire;
  state.phase = 'greeting';
  const greeted = await parts.hello(hello, request);
  if (isOver(state)) return;
  if (!greeted.ok) {
    wire.out.send(encode({ t: 'error', ...greeted.problem }));
    return close(wire, greeted.close, greeted.problem.message);
  }
  state.expiresAt = greeted.expiresAt;
  const link = linkOf(wire, greeted.actor);
  const joined = await parts.welcome(link, hello, greeted.version);
  if (isOver(state)) return joined.leave();
  Object.assign(state, { phase: 'open', link, joined });
  for (const frame of state.early.splice(0)) {
    if (!isOver(state)) dispatch(parts.handlers, link, frame, parts.log);
  }
}

function linkOf(wire: Wire, actor: Link['actor']): Link {
  const { out, heart, state, request, parts } = wire;
  return {
    id: parts.newId(),
    actor,
    request,
    out,
    reply: frame => out.send(encode(frame)),
    hint: frame => out.hint(encode(frame)),
    async beat() {
      heart.beaten();
      const frame = await state.joined?.member.beat();
      if (frame) out.send(encode(frame));
    },
    expires(at) {
      state.expiresAt = at;
    },
    close: (code, reason) => close(wire, code, reason),
  };
}

function failHello(wire: Wire, error: unknown): void {
  wire.parts.log.error({ err: error }, 'hello failed');
  close(wire, 4010, 'The server could not answer hello.');
}

function tick(wire: Wire, age: number): void {
  const { helloMs } = wire.parts.limits;
  if (wire.state.phase === 'open') tickOpen(wire);
  else if (age > helloMs) close(wire, 4501, `No hello within ${helloMs} ms.`);
}

function tickOpen(wire: Wire): void {
  const { state, out, heart, parts } = wire;
  const { link, expiresAt } = state;
  const due = heart.due();
  if (out.hopeless(parts.elapsed())) cut(wire);
  else if (expiresAt !== null && expiresAt <= parts.now()) close(wire, 4001, 'The token has expired.');
  else if (due === 'silence') close(wire, 4009, 'Nothing was heard.');
  else if (due === 'beat') void link?.beat().catch(error => parts.log.error({ err: error }, 'beat failed'));
}

/** The code stands behind all that was not read; a socket that never reads is ended without it. */
function cut(wire: Wire): void {
  close(wire, 4008, 'Nothing was read for too long.');
  setTimeout(() => wire.socket.terminate(), wire.parts.limits.lastWordMs).unref();
}

function close(wire: Wire, code: CloseCodeNumber, reason: string): void {
  if (wire.state.phase === 'over') return;
  finish(wire);
  wire.socket.close(code, Buffer.from(reason).subarray(0, 123));
}

function finish({ state, out }: Wire): void {
  state.phase = 'over';
  out.end();
  state.joined?.leave();
  Object.assign(state, { joined: null });
}

function isOver(state: State): boolean {
  return state.phase === 'over';
}
