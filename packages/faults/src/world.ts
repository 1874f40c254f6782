import {
  type FaultProxy,
  faultProxy,
  type HistoryChecker,
  type HistoryReport,
  historyChecker,
} from '@handrail/test-kit';
import { type Answerer, openAgent } from './agent.js';
import type { Person } from './person.js';
import { readLog } from './rawClient.js';
import { type FaultyServer, type ServerChoices, startServer } from './startServer.js';
import { pause, until } from './until.js';
import { openVisitor, type Visitor } from './visitor.js';

/** A server behind a bad network, with customers and agents who talk. */
export interface World {
  readonly server: FaultyServer;
  readonly proxy: FaultProxy;
  readonly history: HistoryChecker;
  readonly visitors: readonly Visitor[];
  readonly agents: readonly Answerer[];
  readonly conversations: readonly string[];
  /** Visitors and agents. */
  readonly people: readonly Person[];
  /** Everybody writes from now on, until `quiet`. */
  talk(): void;
  /** Nobody writes any more. */
  quiet(): Promise<void>;
  /** Resolves with everybody's milliseconds until something written from now on is acknowledged. */
  recovered(): Promise<readonly number[]>;
  /** Hurries every client, as browsers do when the network is back. */
  wake(): void;
  /** Starts the server again and leads the proxy to it. */
  restart(): Promise<void>;
  /** Waits until everything is acknowledged and on every screen, then judges. Screens that stay behind are judged as they are. */
  judge(): Promise<HistoryReport>;
  remove(): Promise<void>;
}

/** How large a world is. */
export interface WorldChoices extends ServerChoices {
  /** Customers, each with a conversation. Default 6. */
  readonly visitors?: number;
  /** Windows of one agent. Default 2. */
  readonly agents?: number;
  /** Milliseconds between two messages of one writer. Default 40. */
  readonly everyMs?: number;
}

/** Messages a writer may have waiting before they pause: a person would not type on for ever. */
const PATIENCE = 40;
/** Longest a screen may take to show everything after the last fault. */
const SETTLE_MS = 120_000;

/** Opens everything in fair weather; returns when every conversation has its agent. */
export async function openWorld({
  visitors: many = 6,
  agents: windows = 2,
  everyMs = 40,
  ...choices
}: WorldChoices = {}) {
  const server = await startServer(choices);
  const proxy = await faultProxy(server.port);
  const origin = `http://127.0.0.1:${proxy.port}`;
  const history = historyChecker();
  const first = await openAgent('agent 1', origin, server.signIn, history);
  const others = Array.from({ length: windows - 1 }, (_, i) =>
    openAgent(`agent ${i + 2}`, origin, first.token(), history),
  );
  const agents = [first, ...(await Promise.all(others))];
  const visitors = Array.from({ length: many }, (_, i) => openVisitor(`visitor ${i + 1}`, origin, history));
  const conversations = await Promise.all(visitors.map(visitor => visitor.begin()));
  for (const conversation of conversations) {
    await first.take(conversation);
    for (const agent of agents.slice(1)) agent.share(conversation);
  }
  const people: readonly Person[] = [...visitors, ...agents];
  let talking: { on: boolean; done: Promise<unknown> } = { on: false, done: Promise.resolve() };

  const world: World = {
    server,
    proxy,
    history,
    visitors,
    agents,
    conversations,
    people,
    talk() {
      const mine = { on: true, done: Promise.resolve() as Promise<unknown> };
      mine.done = Promise.all(people.map(person => talkOn(person, everyMs, () => mine.on)));
      talking = mine;
    },
    async quiet() {
      talking.on = false;
      await talking.done;
    },
    recovered: () => Promise.all(people.map(person => person.recovered())),
    wake() {
      for (const person of people) person.wake();
    },
    async restart() {
      await server.start();
      proxy.aim(server.port);
    },
    async judge() {
      await world.quiet();
      await until('every message to be acknowledged', () => people.every(person => person.waiting() === 0));
      const logs = new Map<string, Awaited<ReturnType<typeof readLog>>>();
      for (const conversation of conversations) {
        const log = await readLog(server.origin, first.token(), conversation);
        logs.set(conversation, log);
        history.log(conversation, log);
      }
      const screens = screensOf(world);
      const settled = () => screens.every(({ person, id }) => person.screen(id).length === messagesIn(logs.get(id)));
      await until('every screen to show everything', settled, SETTLE_MS).catch(() => {});
      for (const { person, id } of screens) {
        for (const message of person.screen(id))
          history.saw(`${person.name}'s screen`, { conversation: id, ...message });
        history.complete(`${person.name}'s screen`, id);
      }
      return history.check();
    },
    async remove() {
      talking.on = false;
      for (const person of people) person.end();
      await proxy.close();
      await server.remove();
    },
  };
  return world;
}

const messagesIn = (log: readonly { readonly text?: string }[] = []) =>
  log.filter(one => one.text !== undefined).length;

/** Each customer's own conversation, and all of them for each agent. */
function screensOf({ visitors, agents, conversations }: World): { person: Person; id: string }[] {
  return conversations.flatMap((id, index) =>
    [visitors[index], ...agents].flatMap(person => (person ? [{ person, id }] : [])),
  );
}

async function talkOn(person: Person, everyMs: number, on: () => boolean): Promise<void> {
  while (on()) {
    if (person.waiting() < PATIENCE) await person.write();
    await pause(everyMs);
  }
}
