import type { LogEvent, Marks, ServerFrame, Welcome } from '@handrail/protocol';
import { amended } from './amended.js';
import { applyEvents } from './applyEvents.js';
import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';
import type { Gaps } from './gaps.js';
import type { Outbox } from './outbox.js';
import { lastSeq, type Thread, withOlder } from './thread.js';
import type { Threads } from './threads.js';

/** What the receiving side of a client needs. */
export interface ReceiveParts {
  readonly environment: Pick<Environment, 'now' | 'setTimeout'>;
  readonly threads: Threads;
  readonly outbox: Outbox;
  readonly gaps: Gaps;
  /** Told about events that entered, after the stores hold them. */
  readonly entered: (events: readonly LogEvent[]) => void;
  /** `refused` is the answer to something written, when the error is one. */
  readonly failed: (error: HandrailError, refused?: ServerFrame & { t: 'nack' }) => void;
  /** Which side's typing is shown here. */
  readonly otherSide: 'visitor' | 'agent';
}

/** Typing is believed for this long without a new word of it. */
const TYPING_MS = 6_000;

/** Turns frames into changes of the threads: the part visitor and agent share. Answers whether it knew the frame. */
export function createReceive(parts: ReceiveParts): (frame: ServerFrame) => boolean {
  const { threads, outbox, gaps, environment } = parts;

  return frame => {
    switch (frame.t) {
      case 'events': {
        threads.records(frame.conversations);
        if (frame.before !== undefined) {
          const id = frame.events[0]?.conversation ?? '';
          // What is known may amend a page that was read before.
          threads.alter(id, thread => withOlder(thread, amended(frame.events, thread.events)));
          return true;
        }
        const { entered, gaps: open } = applyEvents(threads, frame.events);
        gaps.came(frame, new Set(entered.map(event => event.conversation)));
        for (const id of new Set([...open, ...cutShort(entered)])) gaps.fill(id);
        stopTyping(entered);
        parts.entered(entered);
        return true;
      }
      case 'ack':
        outbox.onAck(frame);
        return true;
      case 'nack':
        outbox.onNack(frame);
        parts.failed(HandrailError.from(frame), frame);
        return true;
      case 'marks':
        threads.change(frame.conversation, thread => withMarks(thread, frame.side, frame));
        return true;
      case 'typing':
        if (frame.from.kind === parts.otherSide) typing(frame);
        return true;
      case 'queue':
        threads.change(frame.conversation, thread => ({
          ...thread,
          queue: { position: frame.position, ...(frame.wait ? { wait: frame.wait } : {}) },
        }));
        return true;
      case 'beat':
        for (const [id, seq] of Object.entries(frame.seqs ?? {})) {
          const thread = threads.get(id);
          if (!thread || lastSeq(thread) < seq) gaps.fill(id);
        }
        return true;
      case 'error':
        gaps.refused(frame);
        parts.failed(HandrailError.from(frame));
        return true;
      default:
        return false;
    }
  };

  /** Conversations whose answer ended before their log did: a server gives a long log in parts. */
  function cutShort(entered: readonly LogEvent[]): string[] {
    const ids = new Set(entered.map(event => event.conversation));
    return [...ids].filter(id => {
      const thread = threads.get(id);
      return thread?.record && lastSeq(thread) < thread.record.lastSeq;
    });
  }

  function stopTyping(entered: readonly LogEvent[]) {
    for (const { kind, sender, conversation } of entered) {
      const done = kind === 'closed' || (kind === 'message' && sender.kind === parts.otherSide);
      if (done && threads.get(conversation)?.typing)
        threads.change(conversation, thread => ({ ...thread, typing: null }));
    }
  }

  function typing(frame: ServerFrame & { t: 'typing' }) {
    const until = environment.now() + TYPING_MS;
    const typing = frame.on ? { ...(frame.from.name ? { name: frame.from.name } : {}), until } : null;
    threads.change(frame.conversation, thread => ({ ...thread, typing }));
    if (!frame.on) return;
    environment.setTimeout(() => {
      threads.change(frame.conversation, thread =>
        thread.typing?.until === until ? { ...thread, typing: null } : thread,
      );
    }, TYPING_MS);
  }
}

/** Counters only go forward. */
export function withMarks(thread: Thread, side: 'visitor' | 'agent', marks: Marks): Thread {
  const { record } = thread;
  if (!record) return thread;
  const before = record.marks[side];
  const after = { delivered: Math.max(before.delivered, marks.delivered), read: Math.max(before.read, marks.read) };
  return { ...thread, record: { ...record, marks: { ...record.marks, [side]: after } } };
}

/** Applies the server's word on every cursor: what it calls `reset` is read again from the start. */
export function applyResumes(threads: Threads, welcome: Welcome): void {
  for (const [id, resume] of Object.entries(welcome.resumes ?? {})) if (resume === 'reset') threads.reset(id);
  if (welcome.resume === 'reset' && !welcome.resumes) for (const thread of threads.all()) threads.reset(thread.id);
  for (const [id, start] of Object.entries(welcome.starts ?? {}))
    threads.change(id, thread => (thread.events.length === 0 ? { ...thread, start } : thread));
  threads.records(welcome.conversations);
}
