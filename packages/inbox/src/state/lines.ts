import type { Thread } from '@handrail/core';
import type { LogEvent, Turn } from '@handrail/protocol';
import { sameDay } from '../text/createText.js';
import { withAmendments } from './amendments.js';
import type { BotLine, Delivery, Line, Notice, Unsent } from './line.js';

/** A conversation in reading order: the log, then what waits to be sent, with a separator where a day begins. */
export function conversationLines(thread: Thread, unsent: readonly Unsent[], online: boolean, me: string): Line[] {
  const votes = new Map<string, LogEvent & { kind: 'vote' }>();
  for (const event of thread.events) if (event.kind === 'vote') votes.set(event.body.message, event);
  const logged = new Set(thread.events.map(event => event.id));
  const told = new Set<string>();
  const lines: Line[] = [];
  let owner = 'bot';

  const addTurns = (turns: readonly Turn[]) => {
    for (const turn of turns) {
      if (logged.has(turn.id) || told.has(turn.id)) continue;
      told.add(turn.id);
      addBot(lines, withVote(turn, votes.get(turn.id)));
    }
  };
  for (const event of thread.events) {
    if (event.kind === 'started') addTurns(event.body.story.transcript);
    if (event.kind === 'owner') {
      addTurns(event.body.story?.transcript ?? []);
      owner = event.body.owner;
    }
    if (event.kind === 'closed') owner = 'bot';
    if (
      event.kind === 'message' &&
      event.sender.kind !== 'agent' &&
      (owner === 'bot' || event.sender.kind !== 'visitor')
    ) {
      addBot(lines, botLine(event, votes.get(event.id)));
    } else {
      add(lines, fromEvent(event, thread));
    }
  }
  for (const entry of unsent) {
    if (entry.frame.conversation === thread.id) add(lines, fromUnsent(entry, online, me));
  }
  return withDays(withAmendments(lines, thread.id, unsent, online));
}

function addBot(lines: Line[], turn: BotLine) {
  const last = lines.at(-1);
  if (last?.kind === 'bot') lines[lines.length - 1] = { ...last, turns: [...last.turns, turn] };
  else lines.push({ kind: 'bot', id: `bot-${turn.id}`, at: turn.at, turns: [turn] });
}

/** Things that happened in a row stand on one line. */
function add(lines: Line[], line: Line | null) {
  const last = lines.at(-1);
  if (!line) return;
  if (line.kind === 'notices' && last?.kind === 'notices' && sameDay(last.at, line.at)) {
    lines[lines.length - 1] = { ...last, notices: [...last.notices, ...line.notices] };
  } else {
    lines.push(line);
  }
}

function withVote({ by, ...turn }: Turn, voted: (LogEvent & { kind: 'vote' }) | undefined): BotLine {
  return { ...turn, by, ...verdict(voted) };
}

function botLine(event: LogEvent & { kind: 'message' }, voted: (LogEvent & { kind: 'vote' }) | undefined): BotLine {
  const { text, tree, source } = event.body;
  return {
    id: event.id,
    at: event.at,
    by: event.sender.kind === 'visitor' ? 'visitor' : 'bot',
    text,
    ...(tree ? { tree } : {}),
    ...(source ? { source } : {}),
    ...verdict(voted),
  };
}

function verdict(voted: (LogEvent & { kind: 'vote' }) | undefined): Pick<BotLine, 'vote' | 'reasons' | 'remark'> {
  if (!voted) return {};
  const { vote, reasons, note } = voted.body;
  return { vote, ...(reasons ? { reasons } : {}), ...(note ? { remark: note } : {}) };
}

/** What the customer was told or asked by the server. */
const BY_CLOCK = {
  long_wait: 'askedLongWait',
  still_with_you: 'toldStillHere',
  still_there: 'askedStillThere',
} as const;

function fromEvent(event: LogEvent, thread: Thread): Line | null {
  const { id, at, sender } = event;
  switch (event.kind) {
    case 'message':
    case 'note': {
      const { text, tree, attachments } = event.body;
      const { edited, deleted } = event.kind === 'message' ? event.body : {};
      return {
        kind: event.kind,
        id,
        at,
        from: sender.kind === 'visitor' ? 'visitor' : 'agent',
        by: sender.id,
        ...(sender.name ? { name: sender.name } : {}),
        text,
        ...(tree ? { tree } : {}),
        ...(attachments ? { files: attachments } : {}),
        ...(edited === undefined ? {} : { edited }),
        ...(deleted === undefined ? {} : { deleted }),
        delivery: reached(event.seq, thread),
      };
    }
    case 'form':
      return { kind: 'form', id, at, contact: event.body.contact };
    case 'owner':
      return ownerNotice(event);
    case 'notice':
      return notices({
        id,
        at,
        what: BY_CLOCK[event.body.notice],
        ...(event.body.name ? { name: event.body.name } : {}),
      });
    case 'closed':
      return notices({ id, at, what: event.body.reason === 'idle' ? 'wasIdle' : 'closed' });
    case 'reopened':
      return notices({ id, at, what: 'reopened' });
    case 'survey':
      return notices({ id, at, what: 'rated', score: event.body.score });
    default:
      return null;
  }
}

function ownerNotice({ id, at, body }: LogEvent & { kind: 'owner' }): Line | null {
  if (body.owner === 'human') return notices({ id, at, what: 'joined', ...(body.agent ? { agent: body.agent } : {}) });
  if (body.owner === 'bot')
    return notices({ id, at, what: body.reason === 'stopped_waiting' ? 'leftQueue' : 'returned' });
  if (body.reason === 'left_message') return null;
  return notices({ id, at, what: body.reason === 'asked' ? 'queued' : 'handedOver', reason: body.reason });
}

const notices = (notice: Notice): Line => ({ kind: 'notices', id: notice.id, at: notice.at, notices: [notice] });

function reached(seq: number, { record }: Thread): Delivery {
  const marks = record?.marks.visitor;
  if (!marks || marks.delivered < seq) return 'sent';
  return marks.read < seq ? 'delivered' : 'read';
}

function fromUnsent({ frame, at, refused, files }: Unsent, online: boolean, me: string): Line | null {
  if (frame.kind !== 'message' && frame.kind !== 'note') return null;
  return {
    kind: frame.kind,
    id: frame.id,
    at,
    from: 'agent',
    by: me,
    text: frame.body.text,
    ...(files ? { files } : {}),
    delivery: refused ? 'refused' : online ? 'sending' : 'waiting',
    ...(refused ? { problem: refused } : {}),
  };
}

function withDays(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    if (before && sameDay(before.at, line.at)) return [line];
    return [{ kind: 'day' as const, id: `day-${line.id}`, at: line.at }, line];
  });
}
