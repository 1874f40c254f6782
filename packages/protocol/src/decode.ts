import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { type Explanation, explain } from './explain.js';
import { CLIENT_FRAMES, type ClientFrame, type ClientFrameKind } from './frames/client.js';
import type { Problem } from './frames/server.js';
import { BODIES, type EventKind } from './records/event.js';
import { showValue } from './showValue.js';

/** Characters of a UUID. */
const MOST_ID = 36;

/** A frame, or why it is none; a refusal carries the ids that could be read, to answer by. */
export type Decoded =
  | { readonly ok: true; readonly frame: ClientFrame }
  | { readonly ok: false; readonly problem: Problem; readonly id?: string; readonly conversation?: string };

/** Turns bytes from the wire into checked frames. */
export interface Decoder {
  /** Never throws. */
  decode(text: string): Decoded;
}

/** Compiles the schemas once; one decoder serves every connection of a server. */
export function createDecoder(): Decoder {
  const frames = new Map<string, Validator>();
  for (const [kind, schema] of Object.entries(CLIENT_FRAMES)) frames.set(kind, Compile(schema as TSchema));
  return {
    decode(text) {
      const parsed = parse(text);
      if (!parsed.ok) return parsed;
      const value = parsed.value;
      const kind = value.t;
      const validator = typeof kind === 'string' ? frames.get(kind) : undefined;
      if (!validator) return unknownFrame(kind);
      if (validator.Check(value) && !contradiction(value)) return { ok: true, frame: value as unknown as ClientFrame };
      return refuse(kind as ClientFrameKind, value);
    },
  };
}

function parse(text: string): { ok: true; value: Record<string, unknown> } | (Decoded & { ok: false }) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const got = error instanceof Error ? error.message : 'unreadable text';
    return {
      ok: false,
      problem: { code: 'bad_frame', message: 'The frame is not JSON.', expected: 'a JSON object', got },
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const got = Array.isArray(value) ? 'an array' : String(value).slice(0, 40);
    return {
      ok: false,
      problem: { code: 'bad_frame', message: 'The frame is not an object.', expected: 'a JSON object', got },
    };
  }
  return { ok: true, value: value as Record<string, unknown> };
}

function unknownFrame(kind: unknown): Decoded {
  const problem: Problem = {
    code: 'unknown_frame',
    message: 'This frame kind is not known.',
    path: '/t',
    expected: Object.keys(CLIENT_FRAMES).join(', '),
    got: showValue(kind),
  };
  return { ok: false, problem };
}

function refuse(kind: ClientFrameKind, value: Record<string, unknown>): Decoded {
  const shape = kind === 'send' ? explainSend(value) : explain(CLIENT_FRAMES[kind] as TSchema, value, 1)[0];
  const what = shape ?? contradiction(value) ?? undefined;
  const problem: Problem = {
    code: kind === 'send' ? 'bad_request' : 'bad_frame',
    message: `The ${kind} frame has a wrong field: ${what?.path || '/'} should be ${what?.expected ?? 'valid'}.`,
    ...what,
  };
  const { id, conversation } = value;
  return {
    ok: false,
    problem,
    ...(isReadable(id) ? { id } : {}),
    ...(isReadable(conversation) ? { conversation } : {}),
  };
}

/** Whether an id can be answered by; anything longer than an id is not repeated to its sender. */
function isReadable(id: unknown): id is string {
  return typeof id === 'string' && id.length <= MOST_ID;
}

/** What the shape alone does not say; `null` when there is nothing wrong. */
function contradiction({ t, kind, body, after, before }: Record<string, unknown>): Explanation | null {
  if (t === 'fetch' && (after === undefined) === (before === undefined)) {
    const got = after === undefined ? 'neither' : 'both';
    return { path: '/after', expected: 'either after or before', got };
  }
  if (t !== 'send' || (kind !== 'message' && kind !== 'note')) return null;
  const { text, files } = body as { text: string; files?: unknown };
  // Only files may stand without a word.
  if (text !== '' || files !== undefined) return null;
  return { path: '/body/text', expected: 'a text, or files', got: showValue('') };
}

/** A union's errors name every branch; a reader wants those of the kind that was meant. */
function explainSend(value: Record<string, unknown>) {
  const kinds = Object.keys(BODIES);
  const { kind } = value;
  if (typeof kind !== 'string' || !kinds.includes(kind)) {
    return { path: '/kind', expected: `one of ${kinds.join(', ')}`, got: showValue(kind) };
  }
  const inBody = explain(BODIES[kind as EventKind], value.body, 1)[0];
  if (inBody) return { ...inBody, path: `/body${inBody.path}` };
  const branches = (CLIENT_FRAMES.send as unknown as { anyOf: TSchema[] }).anyOf;
  return explain(branches[kinds.indexOf(kind)] as TSchema, value, 1)[0];
}
