import type { ClientFrame, ServerFrame } from '@handrail/protocol';
import { filled, fits, goodHello, type Names, readTranscripts, type Transcript } from '@handrail/test-kit';
import { afterEach, expect, test } from 'vitest';
import { agentOf, type Client, connect, newId, STORY, visitorOf } from '../../test/client.js';
import { startServer } from '../../test/startServer.js';
import type { HandrailServer } from '../createServer.js';

const servers: HandrailServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

/** Plays the client of a transcript against a real server. */
async function open(transcript: Transcript) {
  const server = await startServer({ limits: { drainMs: 0 } });
  servers.push(server);
  const grant = async (id: string) => (await server.agentGrant(await server.signInCode(id)))?.token ?? '';
  const isAgent = transcript.as === 'agent';
  const own = isAgent ? { token: await grant('maya'), visitor: '' } : await server.visitorGrant('shop');
  const names: Names = new Map<string, unknown>([
    ['$site', 'shop'],
    ['$token', own.token],
    ['$device', newId()],
  ]);
  if (!isAgent) names.set('$visitor', own.visitor);
  if (isAgent) names.set('$again', await grant('maya')).set('$stranger', await grant('omar'));
  let client: Client | null = null;
  let place = 0;
  let customer: Awaited<ReturnType<typeof visitorOf>> | null = null;
  let agent: Client | null = null;

  const line = async () => {
    client ??= await connect(server, { token: own.token, origin: null });
    return client;
  };
  const put = async (frame: unknown) => (await line()).put(frame as ClientFrame);
  const mine = async () => {
    if (!isAgent) return line();
    customer ??= await visitorOf(server);
    return customer;
  };
  const theirs = async () => {
    agent ??= await agentOf(server, isAgent ? 'omar' : 'maya');
    return agent;
  };
  /** The next frame that is what the line says; others may stand between. */
  const heard = async (wanted: ServerFrame | { t: string }, from = place) => {
    const { frames } = await line();
    await expect
      .poll(
        () => {
          for (let next = from; next < frames.length; next++) {
            const learned: Names = new Map(names);
            if (!fits(wanted, frames[next], learned)) continue;
            for (const [name, value] of learned) names.set(name, value);
            place = Math.max(place, next + 1);
            return true;
          }
          return JSON.stringify(frames.slice(place)).slice(0, 1500);
        },
        { message: JSON.stringify(wanted), timeout: 3000 },
      )
      .toBe(true);
  };
  const hello = async () => {
    await put(goodHello(transcript, names));
    await heard({ t: 'welcome', epoch: '$epoch' } as never);
  };
  /** Somebody appends to a log; who, follows from the word. */
  const append = async (by: Client, conversation: string, word: string) => {
    const other = word === 'taken' || word === 'closed' ? await theirs() : by;
    const got = await other.send(conversation, ...bodyOf(word));
    expect(got, JSON.stringify(got)).toMatchObject({ t: 'ack' });
  };
  const appendAll = async (by: Client, name: string, words: readonly string[]) => {
    const conversation = String(filled(name, names, newId));
    for (const word of words) await append(by, conversation, word);
  };
  const end = async () => {
    await client?.end();
    client = null;
    place = 0;
  };
  return { server, names, line, put, mine, theirs, heard, hello, appendAll, end };
}

function bodyOf(word: string): [kind: never, body: never] {
  const events: Record<string, [string, object]> = {
    started: ['started', { story: STORY }],
    queued: ['owner', { owner: 'queue', reason: 'asked' }],
    taken: ['owner', { owner: 'human', reason: 'accepted' }],
    closed: ['closed', { reason: 'solved' }],
  };
  return (events[word] ?? ['message', { text: word }]) as never;
}

const transcripts = readTranscripts().filter(({ runs }) => runs?.includes('server') ?? true);

test.each(transcripts)('the server keeps to: $name', async transcript => {
  const here = await open(transcript);
  const { names } = here;
  if (transcript.hello) await here.put(goodHello(transcript, names));
  for (const line of transcript.lines) {
    if (line.hello) await here.hello();
    if (line.before) await here.appendAll(await here.mine(), line.before, line.events ?? []);
    if (line.log) {
      const client = await here.line();
      await here.appendAll(client, line.log, line.events ?? []);
      const conversation = names.get(line.log);
      await here.heard({ t: 'events', conversations: [{ id: conversation, lastSeq: line.events?.length }] } as never);
    }
    if (line.meanwhile) {
      const by = transcript.as === 'agent' ? await here.mine() : await secondOf(here);
      await here.appendAll(by, line.meanwhile, line.events ?? []);
    }
    if (line.foreign) await here.appendAll(await visitorOf(here.server), line.foreign, ['started', 'one']);
    if (line.cut) await here.end();
    if (line.client) await here.put(filled({ ...line.client, ...line.sends }, names, newId));
    if (line.raw !== undefined) (await here.line()).raw(line.raw);
    if (line.agent) await tell(await here.theirs(), filled(line.agent, names, newId));
    if (line.visitor) await tell(await here.mine(), filled(line.visitor, names, newId));
    if (line.colleague) await tell(await agentOf(here.server, 'omar'), filled(line.colleague, names, newId));
    if (line.server) await here.heard(line.server);
    if (line.also) await here.heard(line.also, 0);
    if (line.close) expect(await (await here.line()).closed).toMatchObject({ code: line.close });
    if (line.never) expect((await here.line()).frames.filter(({ t }) => t === line.never)).toHaveLength(1);
  }
});

/** The same visitor in another place. */
async function secondOf({ server, names }: Awaited<ReturnType<typeof open>>): Promise<Client> {
  const client = await connect(server, { token: String(names.get('$token')), origin: null });
  await client.hello();
  return client;
}

async function tell(by: Client, said: unknown): Promise<void> {
  const { t, ...rest } = said as { t?: string; kind: never; conversation: string; body: never };
  if (t) return by.put(said as ClientFrame);
  expect(await by.send(rest.conversation, rest.kind, rest.body)).toMatchObject({ t: 'ack' });
}
