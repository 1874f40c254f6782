import { createIds, encode, PROTOCOL_VERSIONS, type ServerFrame } from '@handrail/protocol';
import { defaultEnvironment, type Environment } from '../environment.js';
import { postJson } from '../http.js';
import { memoryStorage } from '../storage/memory.js';
import { eventStreamTransport } from './eventStream.js';
import { longPollTransport } from './longPoll.js';
import type { OpenTransport, Transport, TransportClose, TransportName } from './transport.js';
import { webSocketTransport } from './webSocket.js';

/** What the suite needs of a test runner, and which driver is tried against which server. */
export interface TransportContractOptions {
  readonly test: (name: string, run: () => Promise<void>) => void;
  readonly name: TransportName;
  /** Replaces parts of what the runtime has. */
  readonly given?: Partial<Environment>;
  /** Origin of a server that runs; asked for when a test begins. */
  readonly server: () => string;
  /** A site of it. */
  readonly site: string;
}

/** What a session would have seen. */
interface Seen {
  readonly transport: Transport;
  readonly told: readonly string[];
  readonly frames: readonly ServerFrame[];
  readonly closes: readonly TransportClose[];
  until(what: string, holds: () => boolean): Promise<void>;
}

const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(`transport contract: ${what}`);
};

/** Every promise of `Transport`, as tests against a real server; a driver that passes may carry a session. */
export function transportContract({ test, name, given, server, site }: TransportContractOptions): void {
  const environment = defaultEnvironment(memoryStorage(), given);
  const newId = createIds(environment);
  const driver = (origin: string) => driverOf(name, environment, origin);
  const grant = async () => {
    const { token } = (await postJson(environment, `${server()}/api/v1/visitors`, { site })) as { token: string };
    return token;
  };
  const hello = (token: string, more = {}) =>
    encode({ t: 'hello', versions: [...PROTOCOL_VERSIONS], site, token, device: newId(), ...more });
  /** Says hello as a session does, each time with the cursors of what came. */
  const greet = (token: string, origin = server()) => {
    const seen = watch(environment, driver(origin), frames => hello(token, cursorsOf(frames)));
    return seen;
  };
  const started = async () => {
    const token = await grant();
    const seen = greet(token);
    await seen.until('a welcome', () => seen.frames.some(frame => frame.t === 'welcome'));
    return { token, seen, conversation: newId() };
  };
  const send = (seen: Seen, conversation: string, kind: 'started' | 'message', body: unknown) =>
    seen.transport.send(JSON.stringify({ t: 'send', id: newId(), conversation, kind, body }));

  test('opens after the call returned, says what carries it, and is welcomed', async () => {
    const { seen } = await started();
    must(seen.told[0] === `opened ${name}`, `expected opened first, got ${seen.told[0]}`);
    must(seen.frames[0]?.t === 'welcome', 'welcome is not the first frame');
    seen.transport.close(1000, 'done');
  });

  test('frames arrive at the server in the order they were sent', async () => {
    const { seen, conversation } = await started();
    send(seen, conversation, 'started', { story: STORY });
    for (let i = 0; i < 30; i++) send(seen, conversation, 'message', { text: `${i}` });
    const texts = () => textsOf(seen.frames);
    await seen.until('thirty messages', () => texts().length === 30);
    must(
      texts().every((text, i) => text === `${i}`),
      `the order is ${texts().join()}`,
    );
    const acks = () => seen.frames.filter(frame => frame.t === 'ack').length;
    await seen.until('their acknowledgements', () => acks() === 31);
    seen.transport.close(1000, 'done');
  });

  test('what another connection writes arrives, once', async () => {
    const { token, seen, conversation } = await started();
    const other = greet(token);
    await other.until('a welcome', () => other.frames.length > 0);
    send(other, conversation, 'started', { story: STORY });
    send(other, conversation, 'message', { text: 'from elsewhere' });
    await seen.until('the message', () => textsOf(seen.frames).length > 0);
    send(other, conversation, 'message', { text: 'and again' });
    await seen.until('the next message', () => textsOf(seen.frames).length > 1);
    must(textsOf(seen.frames).join() === 'from elsewhere,and again', `got ${textsOf(seen.frames).join()}`);
    for (const one of [seen, other]) one.transport.close(1000, 'done');
  });

  test('a ping is answered', async () => {
    const { seen } = await started();
    seen.transport.send(encode({ t: 'ping' }));
    await seen.until('a beat', () => seen.frames.some(frame => frame.t === 'beat'));
    seen.transport.close(1000, 'done');
  });

  test('a refusal is a frame, then a close with its code', async () => {
    const seen = greet('hv_unknown-unknown');
    await seen.until('the end', () => seen.closes.length > 0);
    const [frame] = seen.frames;
    must(frame?.t === 'error' && frame.code === 'unauthenticated', `expected an error, got ${frame?.t}`);
    must(seen.closes[0]?.code === 4500, `expected 4500, got ${seen.closes[0]?.code}`);
  });

  test('closes once, with the code it was given, and is silent from then on', async () => {
    const { seen } = await started();
    seen.transport.send(encode({ t: 'ping' }));
    seen.transport.close(4010, 'resync');
    seen.transport.close(4000, 'again');
    seen.transport.send(encode({ t: 'ping' }));
    const after = seen.told.length;
    const still = greet(await grant());
    await still.until('another connection', () => still.frames.length > 0);
    still.transport.close(1000, 'done');
    must(seen.closes.length === 1 && seen.closes[0]?.code === 4010, `got ${JSON.stringify(seen.closes)}`);
    must(seen.told.length === after, `after the end it told ${seen.told.slice(after).join()}`);
  });

  test('a server that is not there ends it once, without a frame', async () => {
    const seen = greet('hv_unknown-unknown', 'http://127.0.0.1:9');
    await seen.until('the end', () => seen.closes.length > 0);
    must(seen.frames.length === 0 && seen.closes.length === 1, `got ${seen.told.join()}`);
    must((seen.closes[0]?.code ?? 0) < 4000, 'a lost network is no word of the server');
  });
}

/** The driver of a name. */
function driverOf(name: TransportName, environment: Environment, server: string): OpenTransport {
  if (name === 'longPoll') return longPollTransport({ environment, server, connectTimeout: 4_000 });
  if (name === 'eventStream') {
    return events =>
      eventStreamTransport({ environment, server, connectTimeout: 4_000 }, () =>
        events.closed({ code: 1006, reason: 'held back' }),
      )(events);
  }
  const { WebSocket } = environment;
  if (!WebSocket) throw new Error('transport contract: environment.WebSocket should be a class, got none');
  return webSocketTransport(`${server.replace(/^http/, 'ws')}/api/v1/socket`, WebSocket);
}

const STORY = {
  page: { url: 'https://shop.example/', title: 'Shop' },
  locale: 'en',
  transcript: [],
  searches: [],
  articles: [],
  attributes: [],
};

function watch(environment: Environment, open: OpenTransport, hello: (frames: readonly ServerFrame[]) => string): Seen {
  const told: string[] = [];
  const frames: ServerFrame[] = [];
  const closes: TransportClose[] = [];
  const transport = open({
    opened(name) {
      told.push(`opened ${name}`);
      transport.send(hello(frames));
    },
    received(text) {
      told.push(`received ${text}`);
      frames.push(JSON.parse(text) as ServerFrame);
    },
    closed(close) {
      told.push(`closed ${close.code}`);
      closes.push(close);
    },
    hello: async () => hello(frames),
  });
  return {
    transport,
    told,
    frames,
    closes,
    async until(what, holds) {
      const end = environment.now() + 15_000;
      while (!holds()) {
        if (environment.now() > end) throw new Error(`transport contract: waited for ${what}; saw ${told.join('\n')}`);
        await new Promise<void>(resolve => environment.setTimeout(resolve, 5));
      }
    },
  };
}

function cursorsOf(frames: readonly ServerFrame[]) {
  const epoch = frames.flatMap(frame => (frame.t === 'welcome' ? [frame.epoch] : [])).at(-1);
  const events = frames.flatMap(frame => (frame.t === 'events' ? frame.events : []));
  const cursors = Object.fromEntries(events.map(event => [event.conversation, event.seq]));
  return epoch === undefined ? {} : { epoch, cursors };
}

const textsOf = (frames: readonly ServerFrame[]) =>
  [...eventsOf(frames).values()].flatMap(event => (event.kind === 'message' ? [event.body.text] : []));

/** Events by id, in the order they came first: what a client shows. */
function eventsOf(frames: readonly ServerFrame[]) {
  const events = frames.flatMap(frame => (frame.t === 'events' ? frame.events : []));
  return new Map(events.map(event => [event.id, event]));
}
