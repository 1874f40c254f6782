import { WebSocket } from 'ws';
import type { HandrailServer } from '../src/createServer.js';

/** How a bare client reaches the server. */
export interface LineOptions {
  readonly server: HandrailServer;
  readonly token: string;
  readonly site: string;
  readonly origin: string | null;
  received(text: string): void;
  closed(code: number, reason: string): void;
}

/** Texts up, and the end. */
export interface TestLine {
  readonly socket?: WebSocket;
  put(text: string | Buffer): void;
  end(): void;
}

export const LINES = { webSocket: openSocket, eventStream: openStream, longPoll: openPoll };
export type TransportName = keyof typeof LINES;

interface Answer {
  readonly frames: readonly { t: string }[];
  readonly close?: { readonly code: number; readonly reason: string };
  readonly seen?: string;
}

async function openSocket({ server, origin, received, closed }: LineOptions): Promise<TestLine> {
  const url = `${server.address.replace('http', 'ws')}/api/v1/socket`;
  const socket = new WebSocket(url, origin === null ? {} : { origin });
  socket.on('message', data => received(String(data)));
  socket.on('close', (code, reason) => closed(code, String(reason)));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return { socket, put: text => socket.send(text), end: () => socket.close() };
}

async function openStream(options: LineOptions): Promise<TestLine> {
  const way = openWay(options);
  let stream: string | undefined;
  const read = (block: string) => {
    const [, event = '', data = ''] = /^(?:event: (\w+)\n)?data: (.*)$/.exec(block) ?? [];
    if (event === 'open') stream = (JSON.parse(data) as { stream: string }).stream;
    else if (event === 'close') way.end((JSON.parse(data) as NonNullable<Answer['close']>) ?? {});
    else options.received(data);
  };
  return way.line(
    async hello => {
      const response = await way.post('/api/v1/stream', hello);
      let rest = '';
      for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
        const blocks = (rest + Buffer.from(piece).toString()).split('\n\n');
        rest = blocks.pop() ?? '';
        blocks.forEach(read);
      }
      way.end({ code: 1006, reason: 'cut' });
    },
    () => stream,
  );
}

/** Each poll says hello with the cursors of what came before, as a client would. */
async function openPoll(options: LineOptions): Promise<TestLine> {
  const way = openWay(options);
  return way.line(
    async first => {
      let hello = JSON.parse(first);
      let seen: string | undefined;
      while (!way.isOver()) {
        const response = await way.post('/api/v1/poll', JSON.stringify({ hello, seen }));
        const answer = await readAnswer(response);
        hello = moved(hello, answer.frames);
        seen = answer.seen;
        way.deliver(answer);
      }
    },
    () => undefined,
  );
}

type HelloText = { epoch?: string; rev?: number; cursors?: Record<string, number> };

function moved(hello: HelloText, frames: readonly unknown[]): HelloText {
  let next = hello;
  for (const frame of frames as {
    t: string;
    epoch: string;
    rev?: number;
    events: { conversation: string; seq: number; rev?: number }[];
  }[]) {
    const { rev } = frame;
    if (frame.t === 'welcome')
      next = { ...next, epoch: frame.epoch, ...(rev === undefined ? {} : { rev: next.rev ?? rev }) };
    if (frame.t !== 'events') continue;
    for (const { conversation, seq, rev: place } of frame.events) {
      next =
        place === undefined ? { ...next, cursors: { ...next.cursors, [conversation]: seq } } : { ...next, rev: place };
    }
  }
  return next;
}

/** What both transports over HTTP do alike: frames up one request at a time, one end. */
function openWay({ server, token, site, origin, received, closed }: LineOptions) {
  const giveUp = new AbortController();
  const waiting: unknown[] = [];
  let isOver = false;
  let isFlying = false;
  const end = ({ code, reason }: NonNullable<Answer['close']>) => {
    if (isOver) return;
    isOver = true;
    giveUp.abort();
    closed(code, reason);
  };
  const post = (path: string, body: string) =>
    fetch(server.address + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(origin === null ? {} : { origin }),
      },
      body,
      signal: giveUp.signal,
    });
  const deliver = ({ frames, close }: Answer) => {
    for (const frame of frames) received(JSON.stringify(frame));
    if (close) end(close);
  };
  const cut = () => end({ code: 1006, reason: 'cut' });
  async function pump(stream: () => string | undefined) {
    if (isFlying || waiting.length === 0 || isOver) return;
    isFlying = true;
    const frames = waiting.splice(0, 64);
    const response = await post('/api/v1/frames', JSON.stringify({ site, stream: stream(), frames }));
    deliver((await response.json()) as Answer);
    isFlying = false;
    await pump(stream);
  }
  return {
    isOver: () => isOver,
    end,
    post,
    deliver,
    line(listen: (hello: string) => Promise<void>, stream: () => string | undefined): TestLine {
      let isOpen = false;
      return {
        put(data) {
          const text = String(data);
          if (!isOpen) void listen(text).catch(cut);
          else {
            waiting.push(readValue(text));
            setImmediate(() => void pump(stream).catch(cut));
          }
          isOpen = true;
        },
        end: () => end({ code: 1005, reason: '' }),
      };
    },
  };
}

/** A server that stops refuses a poll between two answers; a client takes that for the `bye` it missed. */
async function readAnswer(response: Response): Promise<Answer> {
  if (response.ok) return (await response.json()) as Answer;
  const retryAfter = Number(response.headers.get('retry-after'));
  const code = response.status === 503 ? 4000 : 4029;
  return { frames: [{ t: 'bye', code, retryAfter } as { t: string }], close: { code, reason: response.statusText } };
}

/** What is no JSON travels as a text, which is no frame either. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
