import { createHandrail, memoryStorage, type Storage } from '@handrail/core';
import type { HistoryChecker } from '@handrail/test-kit';
import { keepNotebook, type Person, wakeable } from './person.js';
import { tappedNetwork } from './tappedNetwork.js';
import { until } from './until.js';

/** A customer in a browser of their own, or in one tab of it. */
export interface Visitor extends Person {
  /** Leaves a message, which starts a conversation and puts it into the queue; resolves with its id. */
  begin(): Promise<string>;
  readonly storage: Storage;
}

/**
 * @param storage shared by the tabs of one browser
 */
export function openVisitor(
  name: string,
  server: string,
  history: HistoryChecker,
  storage: Storage = memoryStorage(),
): Visitor {
  const notebook = keepNotebook(name, history);
  const { onWake, wake } = wakeable();
  const environment = { storage, onWake, ...tappedNetwork(notebook.heard) };
  const client = createHandrail({ server, site: 'shop', environment });
  let count = 0;
  client.on('message:sent', ({ data: { conversation, id, text } }) => notebook.wrote(conversation, id, text));
  client.on('message:received', ({ data: { conversation, id } }) => {
    const item = client.$messages.get().find(one => one.id === id);
    // The event tells of a message that the screen must show by then, and tells it once.
    if (item?.kind !== 'message' || item.seq === undefined) return;
    history.saw(`${name}'s ear`, { conversation, id, seq: item.seq, text: item.text });
  });
  return {
    name,
    storage,
    async begin() {
      const { conversation } = await client.leaveMessage({ email: 'ann@example.org', text: 'My parcel is late.' });
      await until(`${name} in the queue`, () => client.$owner.get() === 'queue');
      return conversation;
    },
    write: () => client.sendMessage(`${name} says ${++count}`),
    waiting: notebook.waiting,
    recovered: notebook.recovered,
    refusals: notebook.refusals,
    storedAt: notebook.storedAt,
    screen() {
      // Whoever looks reads back to the beginning, page by page.
      if (client.$hasOlder.get()) void client.loadOlder();
      return client.$messages
        .get()
        .flatMap(item =>
          item.kind === 'message' && item.seq !== undefined ? [{ id: item.id, seq: item.seq, text: item.text }] : [],
        );
    },
    wake,
    end: () => client.destroy(),
  };
}
