import { memoryStorage } from '@handrail/core';
import { type Agent, createAgent } from '@handrail/core/agent';
import type { HistoryChecker } from '@handrail/test-kit';
import { keepNotebook, type Person, wakeable } from './person.js';
import { tappedNetwork } from './tappedNetwork.js';
import { until } from './until.js';

/** Somebody who answers, in the client the inbox uses. */
export interface Answerer extends Person {
  /** Accepts a waiting conversation; answers go there from then on, to all accepted ones in turn. */
  take(conversation: string): Promise<void>;
  /** The same conversations as a colleague took. */
  share(conversation: string): void;
  /** Reads a conversation anew, as a click on it does. */
  open(conversation: string): void;
  /** The session's token, for a second window. */
  token(): string;
}

/** Signs in, or opens a second window with the token of the first; resolves when welcomed. */
export async function openAgent(
  name: string,
  server: string,
  token: string,
  history: HistoryChecker,
): Promise<Answerer> {
  const notebook = keepNotebook(name, history);
  const { onWake, wake } = wakeable();
  let resets = 0;
  const network = tappedNetwork(frame => {
    // After a reset the log is read anew: what is shown then is no repeat.
    if (frame.t === 'welcome' && frame.resume === 'reset') resets += 1;
    notebook.heard(frame);
  });
  const agent = createAgent({ server, token, environment: { storage: memoryStorage(), onWake, ...network } });
  agent.on('event', ({ kind, conversation, id, seq, body }) => {
    if (kind === 'message') history.saw(`${name}'s ear ${resets}`, { conversation, id, seq, text: body.text });
  });
  await agent.ready();
  const taken: string[] = [];
  let count = 0;
  return {
    name,
    async take(conversation) {
      await until('a waiting conversation', () => recordOf(agent, conversation)?.owner === 'queue');
      await agent.take(conversation);
      taken.push(conversation);
    },
    share: conversation => void taken.push(conversation),
    open: conversation => agent.open(conversation),
    token: () => agent.token() ?? '',
    async write() {
      const conversation = taken[count % taken.length];
      if (conversation === undefined) return;
      const text = `${name} says ${++count}`;
      agent.reply(conversation, text).catch(() => {});
      const id = agent.$unsent.get().at(-1)?.frame.id;
      if (id !== undefined) notebook.wrote(conversation, id, text);
    },
    waiting: notebook.waiting,
    recovered: notebook.recovered,
    refusals: notebook.refusals,
    storedAt: notebook.storedAt,
    screen: conversation =>
      (agent.$threads.get().get(conversation)?.events ?? []).flatMap(({ kind, id, seq, body }) =>
        kind === 'message' ? [{ id, seq, text: body.text }] : [],
      ),
    wake,
    end: () => agent.destroy(),
  };
}

const recordOf = (agent: Agent, conversation: string) => agent.$threads.get().get(conversation)?.record;
