import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ClientFrame, LogEvent } from '@handrail/protocol';
import { aConversation, anEvent, aStory, aWelcome, NOON, SENDERS } from './fixtures.js';

/** One line of a transcript; what each means stands in `packages/protocol/vectors/README.md`. */
export interface TranscriptLine {
  readonly hello?: 'ok';
  readonly client?: Readonly<Record<string, unknown>>;
  readonly sends?: Readonly<Record<string, unknown>>;
  readonly wrong?: true;
  readonly raw?: string;
  readonly server?: Readonly<Record<string, unknown>> & { readonly t: string };
  /** As `server`, and may have come before the line above. */
  readonly also?: Readonly<Record<string, unknown>> & { readonly t: string };
  readonly close?: number;
  readonly cut?: string;
  readonly leaves?: number;
  readonly do?: Readonly<Record<string, unknown>>;
  readonly log?: string;
  readonly before?: string;
  readonly meanwhile?: string;
  readonly events?: readonly string[];
  readonly missed?: readonly [number, number];
  readonly told?: 'beat';
  readonly foreign?: string;
  readonly agent?: Readonly<Record<string, unknown>>;
  readonly visitor?: Readonly<Record<string, unknown>>;
  readonly colleague?: Readonly<Record<string, unknown>>;
  readonly shows?: Readonly<Record<string, readonly string[]>>;
  readonly unsent?: Readonly<Record<string, string>>;
  readonly ends?: string;
  readonly quiet?: number;
  readonly never?: string;
  readonly waits?: true;
}

/** A conversation between one client and a server, line by line. */
export interface Transcript {
  readonly name: string;
  readonly as: 'visitor' | 'agent';
  /** Which side it tries; both when absent. */
  readonly runs?: readonly ('server' | 'client')[];
  /** Fields that differ from a good `hello`. */
  readonly hello?: Readonly<Record<string, unknown>>;
  readonly lines: readonly TranscriptLine[];
}

/** What `$names` stand for, so far. */
export type Names = Map<string, unknown>;

/** Every transcript of the protocol. */
export function readTranscripts(): readonly Transcript[] {
  const file = createRequire(import.meta.url).resolve('@handrail/protocol/vectors/transcripts.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Transcript[];
}

const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  '?time': Number.isInteger,
  '?seq': Number.isInteger,
  '?text': value => typeof value === 'string',
  '?boolean': value => typeof value === 'boolean',
  '?resume': value => value === 'ok' || value === 'gap' || value === 'reset',
  '?story': isObject,
  '?availability': isObject,
  '?limits': isObject,
  '?tree': Array.isArray,
  '?visitor': value => isObject(value) && value.kind === 'visitor',
  '?agent': value => isObject(value) && value.kind === 'agent',
  '?visitor you': value => isObject(value) && value.kind === 'visitor',
  '?agent you': value => isObject(value) && value.kind === 'agent',
};

/** Whether a value is what a line says; names that are met for the first time are learned. Fields more do no harm. */
export function fits(line: unknown, value: unknown, names: Names): boolean {
  if (typeof line === 'string' && line.startsWith('$')) {
    if (!names.has(line)) names.set(line, value);
    return names.get(line) === value;
  }
  if (typeof line === 'string' && line.startsWith('?')) return fitsHole(line, value, names);
  if (Array.isArray(line)) {
    return Array.isArray(value) && value.length === line.length && line.every((one, i) => fits(one, value[i], names));
  }
  if (!isObject(line)) return line === value;
  return isObject(value) && Object.entries(line).every(([key, one]) => fits(one, value[nameOf(key, names)], names));
}

function fitsHole(hole: string, value: unknown, names: Names): boolean {
  const [what, conversation = '', number, word, rev] = hole.split(' ');
  if (what === '?long') return typeof value === 'string' && value.length === Number(conversation);
  if (what === '?record') {
    const record = value as { id?: unknown; lastSeq?: unknown; owner?: unknown };
    return (
      record.id === names.get(conversation) &&
      record.owner === word &&
      (number === '?' || record.lastSeq === Number(number))
    );
  }
  if (what === '?event') {
    const event = value as LogEvent;
    const said = event.kind === 'message' ? event.body.text : event.kind;
    const isThere = event.conversation === names.get(conversation) && event.seq === Number(number);
    return isThere && said === word && (rev === undefined || event.rev === Number(rev));
  }
  return KINDS[hole]?.(value) ?? false;
}

/** A whole value in place of a line, with good examples for what it leaves open. */
export function filled(line: unknown, names: Names, newId: () => string): unknown {
  if (typeof line === 'string' && line.startsWith('$')) {
    if (!names.has(line)) names.set(line, newId());
    return names.get(line);
  }
  if (typeof line === 'string' && line.startsWith('?')) return example(line, names, newId);
  if (Array.isArray(line)) return line.map(one => filled(one, names, newId));
  if (!isObject(line)) return line;
  return Object.fromEntries(
    Object.entries(line).map(([key, one]) => [String(filled(key, names, newId)), filled(one, names, newId)]),
  );
}

function example(hole: string, names: Names, newId: () => string): unknown {
  const [what, conversation = '', number = '', word = '', rev] = hole.split(' ');
  switch (what) {
    case '?long':
      return 'x'.repeat(Number(conversation));
    case '?record': {
      const owner = word as 'bot';
      return aConversation(String(filled(conversation, names, newId)), {
        ownerSeq: owner === 'bot' ? 0 : Number(number),
        owner,
        lastSeq: number === '?' ? 2 : Number(number),
      });
    }
    case '?event': {
      const event = logEvent(String(filled(conversation, names, newId)), Number(number), word);
      return rev === undefined ? event : { ...event, rev: Number(rev) };
    }
    case '?visitor':
      return hole === '?visitor you' ? { kind: 'visitor', id: 'v1' } : SENDERS.visitor;
    case '?agent':
      return hole === '?agent you' ? { kind: 'agent', id: 'a1', name: 'Mara', role: 'agent' } : SENDERS.agent;
    default:
      return EXAMPLES[hole];
  }
}

const EXAMPLES: Readonly<Record<string, unknown>> = {
  '?time': NOON,
  '?seq': 1,
  '?text': 'words',
  '?boolean': true,
  '?resume': 'gap',
  '?story': aStory(),
  '?availability': { state: 'online' },
  '?limits': aWelcome().limits,
  '?tree': [{ t: 'p', c: ['words'] }],
};

/** An event by its word: `started`, `queued`, `taken`, `closed`, or what the customer says. */
export function logEvent(conversation: string, seq: number, word: string): LogEvent {
  const agent = { sender: SENDERS.agent };
  switch (word) {
    case 'started':
      return anEvent(conversation, seq, 'started', { story: aStory() });
    case 'queued':
      return anEvent(conversation, seq, 'owner', { owner: 'queue', reason: 'asked' });
    case 'taken':
      return anEvent(conversation, seq, 'owner', { owner: 'human', reason: 'accepted' }, agent);
    case 'closed':
      return anEvent(conversation, seq, 'closed', { reason: 'solved' }, agent);
    default:
      return anEvent(conversation, seq, 'message', { text: word });
  }
}

/** A good first frame, with what the transcript changes. */
export function goodHello(transcript: Transcript, names: Names): ClientFrame {
  const fields = { versions: [1], site: names.get('$site'), token: names.get('$token'), device: names.get('$device') };
  return { t: 'hello', ...fields, ...transcript.hello } as ClientFrame;
}

function nameOf(key: string, names: Names): string {
  return key.startsWith('$') ? String(names.get(key)) : key;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
