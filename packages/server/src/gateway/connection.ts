import { type ClientFrame, type CloseCodeNumber, encode, type Hello, type Problem } from '@handrail/protocol';
import type { Decoder } from '@handrail/protocol/decode';
import type { Logger } from 'pino';
import type { Greeted } from '../handlers/hello.js';
import type { Joined } from '../handlers/welcome.js';
import { dispatch, type Handlers } from './dispatch.js';
import { createHeartbeat, type Heartbeat } from './heartbeat.js';
import { createIntake, type Intake, type Taken } from './intake.js';
import type { Link, Request } from './link.js';
import { createOutflow, type Outflow } from './outflow.js';
import { refusalFrame } from './refusalFrame.js';
import type { ServerLimits } from './serverLimits.js';
import type { Wire } from './wire.js';

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
  /** Told once for each connection, with the close code of the side that ended it. */
  readonly ended: (code: number) => void;
  readonly log: Logger;
}

/** One connection's life, as the gateway drives it. */
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

/** What one connection works on. */
export interface ConnectionOptions {
  readonly wire: Wire;
  readonly request: Request;
  readonly parts: ConnectionParts;
  /** Unique among all server processes. Default: a new one. */
  readonly id?: string;
  /** Default: one of its own. */
  readonly intake?: Intake;
}

/** What the functions below work on: one wire and the state of its connection. */
interface Work {
  readonly id: string;
  readonly wire: Wire;
  readonly request: Request;
  readonly parts: ConnectionParts;
  readonly out: Outflow;
  readonly heart: Heartbeat;
  readonly state: State;
}

/** Frames kept while hello is looked at; a client has at most its unacknowledged events and a few others. */
const EARLY = 64;

/** From `hello` to the end, whatever carries the frames. */
export function createConnection({ wire, request, parts, id, intake }: ConnectionOptions): Connection {
  const { limits, elapsed, chance, log } = parts;
  const out = createOutflow(wire, limits, elapsed);
  const heart = createHeartbeat({ beatMs: limits.beatMs, silenceMs: limits.silenceMs, now: elapsed, chance });
  const state: State = { phase: 'waiting', link: null, joined: null, expiresAt: null, early: [] };
  const work: Work = { id: id ?? parts.newId(), wire, request, parts, out, heart, state };
  const take = intake ?? createIntake(parts.decoder, limits, elapsed);
  const openedAt = elapsed();
  wire.listen({
    received(text) {
      if (state.phase === 'over') return;
      heart.heard();
      receive(work, take(text));
    },
    heard: heart.heard,
    failed: error => log.debug({ err: error, actor: state.link?.actor.id }, 'connection error'),
    closed(code) {
      if (state.phase !== 'over') parts.ended(code);
      finish(work);
    },
  });
  return {
    tick: () => tick(work, elapsed() - openedAt),
    bye(retryAfter) {
      if (state.phase !== 'over') out.send(encode({ t: 'bye', code: 4000, retryAfter }));
      close(work, 4000, 'The server stops.');
    },
    terminate: wire.terminate,
  };
}

function receive(work: Work, taken: Taken): void {
  if ('close' in taken) close(work, taken.close, taken.reason);
  else if ('refusal' in taken) refuse(work, taken.refusal, taken.id, taken.conversation);
  else receiveFrame(work, taken.frame);
}

function receiveFrame(work: Work, frame: ClientFrame): void {
  const { state, parts } = work;
  if (state.phase === 'greeting') {
    if (state.early.push(frame) > EARLY) close(work, 4501, 'Too many frames before welcome.');
  } else if (state.link) void dispatch(parts.handlers, state.link, frame, parts.log);
  else if (frame.t === 'hello') void greet(work, frame).catch(error => failHello(work, error));
  else {
    const problem = { message: 'The first frame is hello.', path: '/t', expected: 'hello', got: frame.t };
    refuse(work, { code: 'unauthenticated', ...problem });
  }
}

/** A frame that cannot be read is answered, by its id when it has one; before hello it ends the connection. */
function refuse(work: Work, problem: Problem, id?: string, conversation?: string): void {
  work.out.send(encode(refusalFrame(problem, id, conversation)));
  if (work.state.phase === 'waiting') close(work, 4501, 'The first frame was no hello.');
}

async function greet(work: Work, hello: Hello): Promise<void> {
  const { state, parts, request } = work;
  state.phase = 'greeting';
  const greeted = await parts.hello(hello, request);
  if (isOver(state)) return;
  if (!greeted.ok) {
    work.out.send(encode({ t: 'error', ...greeted.problem }));
    return close(work, greeted.close, greeted.problem.message);
  }
  state.expiresAt = greeted.expiresAt;
  const link = linkOf(work, greeted.actor);
  const joined = await parts.welcome(link, hello, greeted.version);
  if (isOver(state)) return joined.leave();
  Object.assign(state, { phase: 'open', link, joined });
  for (const frame of state.early.splice(0)) {
    if (!isOver(state)) void dispatch(parts.handlers, link, frame, parts.log);
  }
}

function linkOf(work: Work, actor: Link['actor']): Link {
  const { id, out, heart, state, request } = work;
  return {
    id,
    actor,
    request,
    sender: work,
    out,
    reply: frame => out.send(encode(frame)),
    hint: frame => out.hint(encode(frame)),
    async beat() {
      heart.beaten();
      const frame = await state.joined?.member.beat();
      if (frame) out.send(encode(frame));
    },
    heard(expiresAt) {
      heart.heard();
      state.expiresAt = expiresAt;
    },
    expires(at) {
      state.expiresAt = at;
    },
    close: (code, reason) => close(work, code, reason),
  };
}

function failHello(work: Work, error: unknown): void {
  work.parts.log.error({ err: error }, 'hello failed');
  close(work, 4010, 'The server could not answer hello.');
}

function tick(work: Work, age: number): void {
  const { helloMs } = work.parts.limits;
  if (work.state.phase === 'open') tickOpen(work);
  else if (age > helloMs) close(work, 4501, `No hello within ${helloMs} ms.`);
}

function tickOpen(work: Work): void {
  const { state, out, heart, parts } = work;
  const { link, expiresAt } = state;
  const due = heart.due();
  if (out.hopeless(parts.elapsed())) cut(work);
  else if (expiresAt !== null && expiresAt <= parts.now()) close(work, 4001, 'The token has expired.');
  else if (due === 'silence') close(work, 4009, 'Nothing was heard.');
  else if (due === 'beat') void link?.beat().catch(error => parts.log.error({ err: error }, 'beat failed'));
}

/** The code stands behind all that was not read; a socket that never reads is ended without it. */
function cut(work: Work): void {
  close(work, 4008, 'Nothing was read for too long.');
  setTimeout(() => work.wire.terminate(), work.parts.limits.lastWordMs).unref();
}

function close(work: Work, code: CloseCodeNumber, reason: string): void {
  if (work.state.phase === 'over') return;
  work.parts.ended(code);
  finish(work);
  work.wire.close(code, reason);
}

function finish({ state, out }: Work): void {
  state.phase = 'over';
  out.end();
  state.joined?.leave();
  Object.assign(state, { joined: null });
}

function isOver(state: State): boolean {
  return state.phase === 'over';
}
