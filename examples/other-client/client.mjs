// A customer who writes from a terminal: node client.mjs http://localhost:4400 demo
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';

/** A UUIDv7 (RFC 9562): 48 bits of time, then random. */
function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/**
 * One conversation of one customer. `shown` hears every event once and in order; `sent` hears of what the log holds.
 * A client that has to survive its process keeps `token`, `outbox`, `epoch` and the log on disk.
 */
export function openConversation({ server, site, token, shown, sent }) {
  const [device, conversation] = [newId(), newId()];
  const outbox = []; // what the log does not hold yet, in order
  const held = new Map(); // events above a gap, by their place
  let socket = null;
  let epoch; // the history `last` belongs to
  let last = 0; // place of the newest event that was shown
  let tries = 0;
  let waitSeconds = 0; // what a server asked for with `bye`
  let beat, silence, stopped;

  const put = frame => socket?.readyState === WebSocket.OPEN && socket.send(JSON.stringify(frame));
  // One at a time: were the next sent before the answer, a refused one could be overtaken.
  const pump = () => outbox.length > 0 && put(outbox[0]);

  function connect() {
    socket = new WebSocket(`${server.replace(/^http/, 'ws')}/api/v1/socket`);
    socket.on('open', () => {
      const cursors = epoch === undefined ? {} : { epoch, cursors: last > 0 ? { [conversation]: last } : {} };
      put({ t: 'hello', versions: [1], site, token, device, ...cursors });
    });
    socket.on('message', text => hear(JSON.parse(String(text))));
    socket.on('error', () => {});
    socket.on('close', comeBack);
  }

  function comeBack(code) {
    clearInterval(beat);
    clearTimeout(silence);
    // 4500 to 4999: coming back does not help.
    if (stopped || code >= 4500) return;
    const wait = waitSeconds * 1000 + Math.random() * Math.min(30_000, 500 * 2 ** tries++);
    waitSeconds = 0;
    setTimeout(connect, wait);
  }

  function hear(frame) {
    listen();
    if (frame.t === 'welcome') welcome(frame);
    else if (frame.t === 'events') for (const event of frame.events) apply(event);
    else if (frame.t === 'ack') settle(frame.id, frame);
    else if (frame.t === 'nack' && frame.retryAfter !== undefined) setTimeout(pump, frame.retryAfter * 1000);
    else if (frame.t === 'nack') settle(frame.id, frame);
    else if (frame.t === 'beat' && (frame.seqs?.[conversation] ?? 0) > last) fetchGap();
    else if (frame.t === 'bye') waitSeconds = frame.retryAfter;
  }

  function welcome({ epoch: now, resumes, limits }) {
    if (resumes?.[conversation] === 'reset' || (epoch !== undefined && epoch !== now)) last = 0;
    epoch = now;
    tries = 0;
    clearInterval(beat);
    beat = setInterval(() => put({ t: 'ping' }), limits.beatMs);
    listen(limits.beatMs);
    pump();
  }

  /** Anything heard is a sign of life; without one the connection is dead, whatever TCP says. */
  let patience = 25_000;
  function listen(beatMs = patience) {
    patience = beatMs;
    clearTimeout(silence);
    silence = setTimeout(() => socket?.terminate(), patience * 1.2 + 10_000);
  }

  /** At or below the last place: known. The next: shown. Above: kept, and what is between is asked for. */
  function apply(event) {
    if (event.conversation !== conversation || event.seq <= last) return;
    held.set(event.seq, event);
    for (let next = held.get(last + 1); next; next = held.get(last + 1)) {
      held.delete(++last);
      shown(next);
    }
    if (held.size > 0) fetchGap();
  }

  const fetchGap = () => put({ t: 'fetch', conversation, after: last });

  function settle(id, answer) {
    if (outbox[0]?.id !== id) return;
    outbox.shift();
    sent(answer);
    pump();
  }

  connect();
  return {
    write(kind, body) {
      outbox.push({ t: 'send', id: newId(), conversation, kind, body });
      if (outbox.length === 1) pump();
    },
    end() {
      stopped = true;
      socket?.close(1000);
    },
  };
}

async function main([server, site]) {
  const made = await fetch(`${server}/api/v1/visitors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ site }),
  });
  if (!made.ok) throw new Error(`POST /api/v1/visitors: ${made.status} ${await made.text()}`);
  const { token } = await made.json();
  const chat = openConversation({
    server,
    site,
    token,
    shown({ kind, sender, body }) {
      if (kind === 'message' && sender.kind === 'agent') console.log(`${sender.name}: ${body.text}`);
      if (kind === 'owner' && body.owner === 'human') console.log(`${body.agent.name} joined.`);
    },
    sent: ({ seq, code }) => console.log(code ? `refused: ${code}` : `sent as ${seq}`),
  });
  const page = { url: 'https://shop.example/', title: 'Shop' };
  const story = { page, locale: 'en', transcript: [], searches: [], articles: [], attributes: [] };
  chat.write('started', { story });
  chat.write('owner', { owner: 'queue', reason: 'asked' });
  for await (const line of createInterface({ input: process.stdin })) if (line) chat.write('message', { text: line });
  chat.end();
}

if (process.argv.length === 4) await main(process.argv.slice(2));
