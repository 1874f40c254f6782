import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createHandrail } from './createHandrail.js';
import { HandrailError } from './errors.js';
import type { HandrailEvents } from './events.js';
import type { Handrail } from './handrail.js';
import { createTestClient, type TestClient } from './testing/index.js';

/** A row of the table in the documentation. */
interface Command {
  readonly command: string;
  readonly where: readonly string[];
  /** Calls before, of the client or of `otherSide`. */
  readonly first?: readonly (readonly [string, ...unknown[]])[];
  readonly with: readonly unknown[];
  readonly tells: readonly (keyof HandrailEvents)[];
  readonly moves: readonly `$${string}`[];
  readonly wrong?: readonly unknown[];
}

const table = JSON.parse(readFileSync(new URL('../../dev/src/commands.json', import.meta.url), 'utf8')) as Command[];
const ofClient = table.filter(({ where }) => where.includes('client'));
const rows = ofClient.map(row => [row.command, row] as const);

/** What JSON cannot say. */
const SPOKEN: Readonly<Record<string, unknown>> = {
  getToken: { getToken: async () => 'token' },
  tool: { run: () => ({}) },
  listener: () => {},
};
const argumentsOf = (given: readonly unknown[]) => given.map(one => SPOKEN[one as string] ?? one);
type Methods = Record<string, (...given: unknown[]) => unknown>;

/** A throw and a rejection are the same here. */
const run = async (client: object, method: string, given: readonly unknown[]) =>
  (client as Methods)[method]?.(...argumentsOf(given));

async function prepare(client: TestClient, { first = [] }: Command) {
  for (const [name, ...given] of first) {
    const [side, method] = name.split('.');
    await (method ? run(client.otherSide, method, given) : run(client, side as string, given));
  }
}

test('every method of the client has its row', () => {
  const client = createHandrail({ knowledge: '/help/' });
  const methods = Object.keys(client).filter(name => typeof client[name as keyof Handrail] === 'function');
  client.destroy();
  expect(ofClient.map(({ command }) => command).sort()).toEqual(methods.sort());
});

describe('what each does', () => {
  test.each(rows)('%s', async (command, row) => {
    const client = createTestClient();
    await prepare(client, row);
    const heard = new Set<string>();
    for (const type of row.tells) client.on(type, () => heard.add(type));
    const stores = client as unknown as Record<string, { get(): unknown }>;
    const before = new Map(row.moves.map(name => [name, stores[name]?.get()]));
    // `ready` is told by the client itself, before anything is called.
    const told = row.tells.filter(type => type !== 'ready');
    // What a stand-in has no answer for, such as a file nobody sent, still has to fail with a code.
    await run(client, command, row.with).catch(error => expect(error).toBeInstanceOf(HandrailError));
    client.clock.advance(5_000);
    for (const type of told) expect.soft([...heard], `${command} tells`).toContain(type);
    for (const [name, value] of before) expect.soft(stores[name]?.get(), `${command} moves ${name}`).not.toBe(value);
  });
});

describe('wrong arguments have a code and say what was expected', () => {
  test.each(rows.filter(([, { wrong }]) => wrong))('%s', async (command, { wrong = [] }) => {
    const environment = { fetch: () => Promise.reject(new Error('no network')) };
    const client = createHandrail({ server: 'https://help.example', site: 'demo', environment });
    await expect(run(client, command, wrong)).rejects.toMatchObject({
      code: expect.stringMatching(/^bad_(request|identity)$/),
      message: expect.stringMatching(/expected|should be/),
    });
    client.destroy();
  });
});

describe('after the end', () => {
  /** They look, and have nothing to end. */
  const QUIET = ['destroy', 'off', 'on', 'once', 'getState', 'getUnreadCount', 'getVisitorId', 'tellScreen'];
  const still = [...QUIET, 'clearSearch', 'closeArticle', 'closeContact', 'registerTool'];
  test.each(rows)('%s', async (command, row) => {
    const client = createHandrail({ knowledge: '/help/' });
    client.destroy();
    const outcome = run(client, command, row.with);
    if (still.includes(command)) await outcome;
    else await expect(outcome).rejects.toMatchObject({ code: 'destroyed' });
  });
});
