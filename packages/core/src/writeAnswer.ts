import { plainText, type Tree } from '@handrail/content';
import type { FlowEffect } from '@handrail/flow';
import type { AskAnswer, Source, WrittenEvent, WrittenResult } from '@handrail/protocol';
import type { Abort } from './abort.js';
import { cutText } from './cutText.js';
import type { Environment, ResponseLike } from './environment.js';
import { asError } from './http.js';
import type { BotTurn } from './thread.js';
import { createEventReader } from './transport/readEvents.js';

/** What an answer that is written needs. */
export interface WriteParts {
  readonly environment: Pick<Environment, 'fetch' | 'setTimeout' | 'clearTimeout'>;
  readonly server: string;
  readonly site: string;
  readonly locale: string;
  readonly id: string;
  /** The customer's token, when there is one. */
  readonly token: string | null;
  /** What was said so far, the question last. */
  readonly turns: readonly Pick<BotTurn, 'by' | 'text'>[];
  /** The answer so far. */
  readonly tell: (tree: Tree) => void;
  readonly giveUp: Abort;
}

/** How it ended, and what it rests on. */
export interface Written {
  readonly result: WrittenResult;
  readonly sources: readonly Source[];
  /** What was told last; empty when nothing was. */
  readonly tree: Tree;
}

interface Globals {
  TextDecoder: new () => { decode(bytes?: Uint8Array, options?: { stream: boolean }): string };
}

/** Characters of the question, and of what was said before. */
const QUESTION = 4_000;
const BEFORE = 1_500;
const MOST_BEFORE = 6;

/** Milliseconds without a word, after which the server counts as lost; it gives its provider less. */
const SILENCE_MS = 20_000;

/**
 * Has the server's language model write an answer. Rejects when the server cannot be reached or refuses; what was told before that
 * stands.
 */
export async function writeAnswer(
  parts: WriteParts,
  { text, passages }: FlowEffect & { readonly type: 'write' },
): Promise<Written> {
  const { environment, server, site, locale, id, token, turns, giveUp } = parts;
  const before = turns.slice(0, -1).slice(-MOST_BEFORE);
  const body: AskAnswer = {
    site,
    id,
    locale,
    text: cutText(text, QUESTION),
    passages: [...passages],
    before: before.map(turn => ({ by: turn.by, text: cutText(turn.text, BEFORE) })),
  };
  let tree: Tree = [];
  let end: Omit<Written, 'tree'> | null = null;
  const patience = createPatience(environment, () => giveUp.abort());
  const read = createEventReader(({ data }) => {
    const event = JSON.parse(data) as WrittenEvent;
    if (event.type === 'end') end = { result: event.result, sources: event.sources };
    else {
      tree = event.tree;
      parts.tell(tree);
    }
  });
  try {
    const response = await environment.fetch(`${server}/api/v1/answers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
      ...giveUp.init,
    });
    if (!response.ok) throw await asError(response);
    await readAll(response, piece => {
      patience.goOn();
      read(piece);
    });
  } catch (error) {
    // Every sentence was checked before it was told: what is there is no less true without the rest.
    if (plainText(tree) === '') throw error;
  } finally {
    patience.end();
  }
  const cut: Omit<Written, 'tree'> = { result: plainText(tree) === '' ? 'failed' : 'answered', sources: [] };
  return { ...(end ?? cut), tree };
}

/** In pieces where the runtime gives them, else whole. */
async function readAll(response: ResponseLike, read: (text: string) => void): Promise<void> {
  const { TextDecoder } = globalThis as unknown as Globals;
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  if (!reader) return read(decoder.decode(new Uint8Array(await response.arrayBuffer())));
  for (let part = await reader.read(); !part.done; part = await reader.read())
    read(decoder.decode(part.value, { stream: true }));
}

function createPatience(environment: WriteParts['environment'], lost: () => void) {
  let timer = environment.setTimeout(lost, SILENCE_MS);
  return {
    goOn() {
      environment.clearTimeout(timer);
      timer = environment.setTimeout(lost, SILENCE_MS);
    },
    end: () => environment.clearTimeout(timer),
  };
}
