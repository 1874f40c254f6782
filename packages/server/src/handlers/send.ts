import { readMarkdown } from '@handrail/content/markdown';
import type { Problem, Send, Sender } from '@handrail/protocol';
import { encode } from '@handrail/protocol';
import { type Can, can } from '../access/can.js';
import type { AgentActor, VisitorActor } from '../access/who.js';
import type { Link } from '../gateway/link.js';
import type { ServerLimits } from '../gateway/serverLimits.js';
import { createTokenBucket, type TokenBucket } from '../gateway/tokenBucket.js';
import type { Appended, Draft } from '../store/store.js';
import { tooLarge } from './tooLarge.js';

/** What the handler needs. */
export interface SendParts {
  readonly append: (draft: Draft) => Promise<Appended>;
  /** Tells everybody; called after the acknowledgement went out, once per event. */
  readonly publish: (appended: Appended & { ok: true }) => void;
  /** What the bot of a site is called. */
  readonly botName: (site: string) => string;
  /** Keeps an agent's place for an accept until it is answered: returns the end of that, or why there is none. */
  readonly reserve: (actor: VisitorActor | AgentActor, frame: Send) => (() => void) | Problem;
  readonly limits: ServerLimits;
  readonly now: () => number;
}

interface Flow {
  unacked: number;
  readonly rate: TokenBucket;
  readonly abuse: TokenBucket;
}

/**
 * Writes an event to the log and acknowledges it after the commit. Nothing is awaited before `append`, so that events
 * of a connection enter in the order they were sent.
 */
export function createSend(parts: SendParts): (link: Link, frame: Send) => void | Promise<void> {
  const flows = new WeakMap<object, Flow>();
  const flowOf = (link: Link) => {
    const { eventsPerTenSeconds: events } = parts.limits;
    const flow = flows.get(link.sender) ?? {
      unacked: 0,
      rate: createTokenBucket(events, events / 10, parts.now),
      abuse: createTokenBucket(events * 2, events / 5, parts.now),
    };
    flows.set(link.sender, flow);
    return flow;
  };
  return (link, frame) => {
    const flow = flowOf(link);
    const { id, conversation } = frame;
    const nack = (problem: Problem) => link.reply({ t: 'nack', id, conversation, ...problem });
    if (!flow.abuse.take()) return link.close(4029, 'Too many events.');
    const refusal = refuse(link, frame, flow, parts.limits, can);
    if (refusal) return nack(refusal);
    const release = parts.reserve(link.actor, frame);
    if (typeof release !== 'function') return nack(release);
    flow.unacked += 1;
    return parts
      .append(toDraft(link, frame, parts.botName))
      .then(got => {
        flow.unacked -= 1;
        if (!got.ok) return nack(got.refusal);
        const { seq, at } = got.event;
        link.out.send(encode({ t: 'ack', id, conversation, seq, at }));
        link.wrote?.(got.event, got.conversation);
        if (!got.repeated) parts.publish(got);
      })
      .finally(release);
  };
}

function refuse(link: Link, frame: Send, flow: Flow, limits: ServerLimits, allowed: Can): Problem | null {
  const action = frame.as === 'bot' ? (`bot:${frame.kind}` as const) : (`send:${frame.kind}` as const);
  if (!allowed(link.actor, action, { site: link.actor.site })) {
    const who = frame.as === 'bot' ? 'A bot' : `A ${link.actor.kind}`;
    return { code: 'forbidden', message: `${who} may not write ${frame.kind} events.`, path: '/kind', got: frame.kind };
  }
  const large = tooLarge(frame, limits);
  if (large) return large;
  if (flow.unacked >= limits.unacked) {
    const message = `${limits.unacked} events wait for their acknowledgement.`;
    return { code: 'rate_limited', message, retryAfter: 1 };
  }
  if (flow.rate.take()) return null;
  const message = `More than ${limits.eventsPerTenSeconds} events in ten seconds.`;
  return { code: 'rate_limited', message, retryAfter: Math.ceil(flow.rate.wait()) };
}

/** Visitors' texts stay text; what agents and bots write is Markdown, read here so that pages parse nothing. */
function toDraft(link: Link, frame: Send, botName: (site: string) => string): Draft {
  const { actor } = link;
  const { id, conversation, kind, body } = frame;
  const sender = senderOf(link, frame.as === 'bot', botName);
  const draft = { id, site: actor.site, conversation, actor, sender, kind, body } as Draft;
  const hasText = draft.kind === 'message' || draft.kind === 'note' || draft.kind === 'edited';
  return hasText && sender.kind !== 'visitor' ? { ...draft, tree: readMarkdown(draft.body.text).tree } : draft;
}

function senderOf({ actor }: Link, asBot: boolean, botName: (site: string) => string): Sender {
  if (asBot) return { kind: 'bot', id: 'bot', name: botName(actor.site) };
  if (actor.kind === 'agent') return { kind: 'agent', id: actor.id, name: actor.name };
  return { kind: 'visitor', id: actor.id };
}
