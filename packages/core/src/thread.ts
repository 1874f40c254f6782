import type { Tree } from '@handrail/content';
import type { CardItem, CardsItem, ChoiceItem, FieldItem, FlowState, ScaleItem } from '@handrail/flow';
import type { Conversation, LogEvent, Source, Vote } from '@handrail/protocol';

/** A short answer of the bot: where it stands, and the words it quotes. */
export interface Answer extends Source {
  /** Locale of the article. */
  readonly locale: string;
  /** The passage, cut to a few blocks; empty where the turn's own text was written from it. */
  readonly quote: Tree;
  /** Further sections a written answer rests on. */
  readonly others?: readonly Source[];
}

/** An article the bot points at after it found no answer. */
export interface Pointer {
  readonly id: string;
  readonly section: string | null;
  readonly title: string;
}

/** One turn of the bot's part in this page. */
export interface BotTurn {
  readonly id: string;
  readonly by: 'visitor' | 'bot';
  readonly text: string;
  readonly tree?: Tree;
  readonly at: number;
  readonly answer?: Answer;
  readonly vote?: Vote;
  readonly choices?: readonly ChoiceItem[];
  /** "None of these" stands below the choices. */
  readonly none?: boolean;
  /** A person is offered with this turn. */
  readonly offer?: boolean;
  readonly pointers?: readonly Pointer[];
  readonly fields?: readonly FieldItem[];
  readonly step?: string;
  /** Facts below the text. */
  readonly card?: CardItem;
  /** Several cards below the text. Their choices are answered by `choose(value, says)` as long as this is the newest turn of the bot. */
  readonly cards?: CardsItem;
  /** Files are asked for; `sendMessage` takes them as long as this is the newest turn of the bot. */
  readonly wantsFiles?: boolean;
  /** A score is asked for; answered by `choose` with the score as text, or with `later`. */
  readonly scale?: ScaleItem;
  /** Nothing was found for what was said before. */
  readonly missed?: boolean;
}

/** What this client knows of one conversation. */
export interface Thread {
  readonly id: string;
  /** The server's record; `null` while the conversation lives in the page only. */
  readonly record: Conversation | null;
  /** The bot's part. Turns that are also in the log add to it what only the page has. */
  readonly turns: readonly BotTurn[];
  readonly flow: FlowState | null;
  /** Place before the first event that is known; 0 when the log is known from its beginning. */
  readonly start: number;
  /** The log so far, without gaps. */
  readonly events: readonly LogEvent[];
  /** Arrived above a gap. */
  readonly held: readonly LogEvent[];
  readonly typing: { readonly name?: string; readonly until: number } | null;
  readonly queue: { readonly position: number; readonly wait?: { readonly min: number; readonly max: number } } | null;
  readonly createdAt: number;
}

/** A conversation nobody has said anything in yet. */
export function emptyThread(id: string, createdAt: number): Thread {
  return {
    id,
    record: null,
    turns: [],
    flow: null,
    start: 0,
    events: [],
    held: [],
    typing: null,
    queue: null,
    createdAt,
  };
}

/** Place of the newest event applied, or after which the first will come. */
export function lastSeq(thread: Thread): number {
  return thread.events[thread.events.length - 1]?.seq ?? thread.start;
}

/** Puts a page of the log in front of what is known, when it ends right there. */
export function withOlder(thread: Thread, events: readonly LogEvent[]): Thread {
  const [first, last] = [events[0], events[events.length - 1]];
  if (!first || last?.seq !== thread.start) return thread;
  return { ...thread, start: first.seq - 1, events: [...events, ...thread.events] };
}

/** Adds to the newest turn of the bot. */
export function attachToBot(thread: Thread, more: Partial<BotTurn>): Thread {
  const last = thread.turns.findLastIndex(turn => turn.by === 'bot');
  return { ...thread, turns: thread.turns.map((turn, index) => (index === last ? { ...turn, ...more } : turn)) };
}
