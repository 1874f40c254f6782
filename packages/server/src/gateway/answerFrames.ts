import { encode, type Posted } from '@handrail/protocol';
import type { Logger } from 'pino';
import type { Identify } from '../access/identify.js';
import type { BusMessage } from '../bus/bus.js';
import { recordAside, viewAside } from '../log/view.js';
import type { Store } from '../store/store.js';
import type { Answer } from './answer.js';
import { beatOf } from './beatOf.js';
import { dispatch, type Handlers } from './dispatch.js';
import type { Taken } from './intake.js';
import type { Link, Request } from './link.js';
import type { Outflow } from './outflow.js';
import { refusalFrame } from './refusalFrame.js';
import type { Sender, Senders } from './senders.js';
import type { ServerLimits } from './serverLimits.js';

/** What is needed to answer them. */
export interface FramesParts {
  readonly identify: Identify;
  readonly senders: Senders;
  readonly handlers: Handlers;
  readonly store: Pick<Store, 'conversationsOf' | 'rev'>;
  readonly publish: (site: string, message: BusMessage) => void;
  readonly limits: ServerLimits;
  readonly newId: () => string;
  readonly log: Logger;
}

/**
 * Frames that came without a connection, answered in the order they are done. They are read, limited and handled as
 * those of a connection are; whoever sends too many is turned away before the token is looked up.
 */
export async function answerFrames(
  parts: FramesParts,
  token: string,
  request: Request,
  posted: Posted,
): Promise<Answer> {
  const sender = parts.senders.of(token);
  const taken = posted.frames.map(frame => take(sender, frame, parts.limits.frameBytes));
  const [first] = taken;
  if (first && 'close' in first) return { frames: [], close: { code: first.close, reason: first.reason } };
  const found = await parts.identify({ site: posted.site, token, ...request });
  if (!found.ok) {
    const { code, message, close } = found;
    return { frames: [encode({ t: 'error', code, message })], close: { code: close, reason: message } };
  }
  parts.senders.prove(token);
  const desk = openDesk(parts, request, posted, sender, found);
  await Promise.all(taken.map(one => receive(parts, desk, one)));
  const { frames, state, link } = desk;
  if (posted.stream !== undefined && !state.close) link.heard(state.expiresAt);
  return { frames, ...(state.close ? { close: state.close } : {}) };
}

function take(sender: Sender, frame: unknown, frameBytes: number): Taken {
  const text = JSON.stringify(frame);
  if (Buffer.byteLength(text) <= frameBytes) return sender.take(text);
  return { close: 4501, reason: `A frame is larger than ${frameBytes} bytes.` };
}

/** Where the answers of one request are put. */
interface Desk {
  readonly link: Link;
  readonly frames: string[];
  readonly state: { expiresAt: number | null; close?: Answer['close'] };
}

/** What a connection would do with it; begins to before it returns, so that order is kept. */
async function receive(parts: FramesParts, { link, state }: Desk, taken: Taken): Promise<void> {
  if (state.close) return;
  if ('close' in taken) link.close(taken.close, taken.reason);
  else if ('refusal' in taken) link.reply(refusalFrame(taken.refusal, taken.id, taken.conversation));
  else await dispatch(parts.handlers, link, taken.frame, parts.log);
}

function openDesk(
  { store, publish, newId }: FramesParts,
  request: Request,
  { stream }: Posted,
  sender: Sender,
  { actor, expiresAt }: Pick<Link, 'actor'> & { readonly expiresAt: number | null },
): Desk {
  const frames: string[] = [];
  const state: Desk['state'] = { expiresAt };
  const id = stream ?? newId();
  const send = (data: string) => void frames.push(data);
  const reply: Link['reply'] = frame => send(encode(frame));
  const link: Link = {
    id,
    actor,
    request,
    sender,
    out: collected(send),
    reply,
    hint: reply,
    // The acknowledgement may be here before the feed: without its event a client would show neither.
    wrote: (event, conversation) =>
      reply({
        t: 'events',
        events: [viewAside(actor.kind, event)],
        conversations: [recordAside(actor.kind, conversation)],
      }),
    beat: async () => reply(await beatOf(store, actor)),
    heard: until =>
      publish(actor.site, { t: 'heard', kind: actor.kind, id: actor.id, connection: id, expiresAt: until }),
    expires(at) {
      state.expiresAt = at;
    },
    close(code, reason) {
      state.close ??= { code, reason };
    },
  };
  return { link, frames, state };
}

/** One answer has no slow reader: what goes into it is bounded by what one request may ask for. */
function collected(send: Outflow['send']): Outflow {
  return {
    send,
    hint: send,
    open: () => true,
    whenOpen: () => Promise.resolve(),
    gone: () => false,
    hopeless: () => false,
    end: () => undefined,
  };
}
