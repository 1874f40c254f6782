import { type ClientFrame, type CloseCodeNumber, encode, type Hello, type Problem } from '@handrail/protocol';
import type { Decoder } from '@handrail/protocol/decode';
import type { Logger } from 'pino';
import type { Greeted } from '../handlers/hello.js';
import type { Joined } from '../handlers/welcome.js';
import { createConnectionLink, type LinkWork } from './connectionLink.js';
import { dispatch, type Handlers } from './dispatch.js';
import { createHeartbeat, type Heartbeat } from './heartbeat.js';
import { createIntake, type Intake, type Taken } from './intake.js';
import type { Link, Request } from './link.js';
import { createOutflow, type Outflow } from './outflow.js';
import { refusalFrame } from './refusalFrame.js';
import type { ServerLimits } from './serverLimits.js';
import type { Wire, WireEvents } from './wire.js';

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

/** Frames kept while hello is looked at; a client has at most its unacknowledged events and a few others. */
const EARLY = 64;

/** From `hello` to the end, whatever carries the frames. */
export function createConnection(options: ConnectionOptions): Connection {
  const work = new Work(options);
  options.wire.listen(work);
  return work;
}

/**
 * What the functions below work on: one wire and the state of its connection. A class, because there are many: methods
 * are shared where closures would be made for each.
 */
class Work implements Connection, WireEvents, LinkWork {
  readonly id: string;
  readonly wire: Wire;
  readonly request: Request;
  readonly parts: ConnectionParts;
  readonly out: Outflow;
  readonly heart: Heartbeat;
  readonly take: Intake;
  readonly openedAt: number;
  phase: Phase = 'waiting';
  link: Link | null = null;
  joined: Joined | null = null;
  expiresAt: number | null = null;
  /** Frames sent before `welcome`, in order. */
  early: ClientFrame[] | null = null;

  constructor({ wire, request, parts, id, intake }: ConnectionOptions) {
    const { decoder, limits, elapsed, newId } = parts;
    this.id = id ?? newId();
    this.wire = wire;
    this.request = request;
    this.parts = parts;
    this.out = createOutflow(wire, limits, elapsed);
    this.heart = createHeartbeat(parts);
    this.take = intake ?? createIntake(decoder, limits, elapsed);
    this.openedAt = elapsed();
  }

  received(text: string | null): void {
    if (this.phase === 'over') return;
    this.heart.heard();
    receive(this, this.take(text));
  }

  heard(): void {
    this.heart.heard();
  }

  failed(error: Error): void {
    this.parts.log.debug({ err: error, actor: this.link?.actor.id }, 'connection error');
  }

  closed(code: number): void {
    if (this.phase !== 'over') this.parts.ended(code);
    finish(this);
  }

  tick(): void {
    const { elapsed, limits } = this.parts;
    if (this.phase === 'open') tickOpen(this);
    else if (elapsed() - this.openedAt > limits.helloMs) close(this, 4501, `No hello within ${limits.helloMs} ms.`);
  }

  bye(retryAfter: number): void {
    if (this.phase !== 'over') this.out.send(encode({ t: 'bye', code: 4000, retryAfter }));
    close(this, 4000, 'The server stops.');
  }

  close(code: CloseCodeNumber, reason: string): void {
    close(this, code, reason);
  }

  terminate(): void {
    this.wire.terminate();
  }
}

function receive(work: Work, taken: Taken): void {
  if ('close' in taken) close(work, taken.close, taken.reason);
  else if ('refusal' in taken) refuse(work, taken.refusal, taken.id, taken.conversation);
  else receiveFrame(work, taken.frame);
}

function receiveFrame(work: Work, frame: ClientFrame): void {
  const { parts, link } = work;
  if (work.phase === 'greeting') {
    work.early ??= [];
    if (work.early.push(frame) > EARLY) close(work, 4501, 'Too many frames before welcome.');
  } else if (link) void dispatch(parts.handlers, link, frame, parts.log);
  else if (frame.t === 'hello') void greet(work, frame).catch(error => failHello(work, error));
  else {
    const problem = { message: 'The first frame is hello.', path: '/t', expected: 'hello', got: frame.t };
    refuse(work, { code: 'unauthenticated', ...problem });
  }
}

/** A frame that cannot be read is answered, by its id when it has one; before hello it ends the connection. */
function refuse(work: Work, problem: Problem, id?: string, conversation?: string): void {
  work.out.send(encode(refusalFrame(problem, id, conversation)));
  if (work.phase === 'waiting') close(work, 4501, 'The first frame was no hello.');
}

async function greet(work: Work, hello: Hello): Promise<void> {
  const { parts, request } = work;
  work.phase = 'greeting';
  const greeted = await parts.hello(hello, request);
  if (isOver(work)) return;
  if (!greeted.ok) {
    work.out.send(encode({ t: 'error', ...greeted.problem }));
    return close(work, greeted.close, greeted.problem.message);
  }
  work.expiresAt = greeted.expiresAt;
  const link = createConnectionLink(work, greeted.actor);
  const joined = await parts.welcome(link, hello, greeted.version);
  if (isOver(work)) return joined.leave();
  [work.phase, work.link, work.joined] = ['open', link, joined];
  const early = work.early ?? [];
  work.early = null;
  for (const frame of early) if (!isOver(work)) void dispatch(parts.handlers, link, frame, parts.log);
}

function failHello(work: Work, error: unknown): void {
  work.parts.log.error({ err: error }, 'hello failed');
  close(work, 4010, 'The server could not answer hello.');
}

function tickOpen(work: Work): void {
  const { out, heart, parts, link, expiresAt } = work;
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
  if (work.phase === 'over') return;
  work.parts.ended(code);
  finish(work);
  work.wire.close(code, reason);
}

function finish(work: Work): void {
  const { joined } = work;
  work.phase = 'over';
  work.joined = null;
  work.out.end();
  joined?.leave();
}

function isOver(work: Work): boolean {
  return work.phase === 'over';
}
