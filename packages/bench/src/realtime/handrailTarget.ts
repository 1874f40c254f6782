import { randomFillSync } from 'node:crypto';
import { createIds, decodeServerFrame, encode, type Hello, PROTOCOL_VERSIONS } from '@handrail/protocol';
import type { WebSocket } from 'ws';
import { createServerHome, type RunningServer } from '../startServer.js';
import { openMany, openSocket } from './openSocket.js';
import { grantVisitors, type Person, signInAgents } from './people.js';
import { agentsAmong, type RunningTarget, type Target, TEXT } from './target.js';

/** Far above what one customer may do: few sockets carry the load of many. */
const MANY = 10_000_000;
const LIMITS = [
  'unacked',
  'eventsPerTenSeconds',
  'framesPerTenSeconds',
  'upgrades',
  'upgradeBurst',
  'upgradesPerAddress',
  'upgradeBurstPerAddress',
];

const newId = createIds({ now: Date.now, random: bytes => randomFillSync(bytes) });

/** The built server as `handrail serve` runs it, SQLite in a temporary folder; a site per agent. */
export function createHandrailTarget(sockets: number): Target {
  const sites = Array.from({ length: agentsAmong(sockets) }, (_, place) => `site${place}`);
  const home = createServerHome({
    host: '127.0.0.1',
    trustProxy: true,
    sites: sites.map(id => ({ id, widget: { name: id, locales: ['en'] }, origins: [] })),
    agents: sites.map((site, place) => ({ id: `agent${place}`, name: `Agent ${place}`, site })),
    limits: Object.fromEntries(LIMITS.map(name => [name, MANY])),
  });
  // Sessions outlive a process; each takes a command of its own to make, so that rounds share them.
  let agents: Promise<Person[]> | null = null;
  return {
    name: 'handrail (SQLite, ack after commit)',
    signals: 2,
    async start(count, heard) {
      const server = await home.start();
      agents ??= signInAgents(server.origin, sites, home.signInCode);
      // New in every round: who came back would be sent the log of the rounds before.
      const visitors = await grantVisitors(server.origin, sites, count - sites.length);
      return connect(server, await agents, visitors, heard);
    },
    remove: home.remove,
  };
}

async function connect(
  server: RunningServer,
  team: readonly Person[],
  customers: readonly Person[],
  heard: (message: number) => void,
): Promise<RunningTarget> {
  const agents = await openMany(team.length, place => greet(server, team[place], text => hearEvents(text, heard)));
  const open = (place: number, onText: (text: string) => void) =>
    greet(server, customers[place % customers.length], onText);
  const visitors = await openMany(customers.length, place => open(place, text => hearAck(text, heard)));
  const conversations = visitors.map(() => newId());
  for (const [place, socket] of visitors.entries()) startConversation(socket, conversations[place] ?? '');
  // Number and id of a message are each other's: an id is a UUIDv7 that ends with the number.
  const idStart = newId().slice(0, -12);
  return {
    pid: server.pid,
    send(message) {
      const place = message % visitors.length;
      const id = idStart + message.toString(16).padStart(12, '0');
      const conversation = conversations[place] ?? '';
      visitors[place]?.send(encode({ t: 'send', id, conversation, kind: 'message', body: { text: TEXT } }));
    },
    async openIdle(count) {
      const idle = await openMany(count, place => open(place, () => {}));
      return () => {
        for (const socket of idle) socket.terminate();
      };
    },
    async stop() {
      for (const socket of [...agents, ...visitors]) socket.terminate();
      await server.stop();
    },
  };
}

/** Resolves when the server said welcome. */
function greet(
  { origin }: RunningServer,
  person: Person | undefined,
  onText: (text: string) => void,
): Promise<WebSocket> {
  const { site = '', token = '' } = person ?? {};
  const hello: Hello = { t: 'hello', versions: [...PROTOCOL_VERSIONS], site, token, device: newId() };
  return new Promise((resolve, reject) => {
    openSocket(`${origin.replace('http', 'ws')}/api/v1/socket`, (text, socket) => {
      if (text.startsWith('{"t":"welcome"')) resolve(socket);
      else if (text.startsWith('{"t":"beat"')) socket.send(encode({ t: 'ping' }));
      else onText(text);
    }).then(socket => {
      socket.once('close', (code, reason) => reject(new Error(`handrail closed with ${code} ${reason}`)));
      socket.send(encode(hello));
    }, reject);
  });
}

function startConversation(socket: WebSocket, conversation: string): void {
  const page = { url: 'https://shop.example/', title: 'Shop' };
  const story = { page, locale: 'en', transcript: [], searches: [], articles: [], attributes: [] };
  socket.send(encode({ t: 'send', id: newId(), conversation, kind: 'started', body: { story } }));
}

function hearAck(text: string, heard: (message: number) => void): void {
  // The sender's own copy of the event is not looked at; it would only cost the side that measures.
  if (text.startsWith('{"t":"events"')) return;
  const frame = decodeServerFrame(text);
  if (frame?.t === 'ack') heard(numberOf(frame.id));
  if (frame?.t === 'nack' && frame.code !== 'busy') throw new Error(`handrail refused: ${frame.code} ${frame.message}`);
}

function hearEvents(text: string, heard: (message: number) => void): void {
  const frame = decodeServerFrame(text);
  if (frame?.t !== 'events') return;
  for (const event of frame.events) if (event.kind === 'message') heard(numberOf(event.id));
}

function numberOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16);
}
