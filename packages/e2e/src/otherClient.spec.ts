import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { signIn, until, waiting } from './agent.js';
import { type RunningServer, startServer } from './startServer.js';

const client = fileURLToPath(new URL('../../../examples/other-client/client.mjs', import.meta.url));
let server: RunningServer | undefined;
let child: ChildProcessWithoutNullStreams | undefined;
afterAll(async () => {
  child?.kill();
  await server?.stop();
});

test('a client in a hundred lines: everything once and in order, through kill -9', async () => {
  server = await startServer();
  const agent = await signIn(server.origin, server.signIn);
  const run = spawn(process.execPath, [client, server.origin, 'demo']);
  child = run;
  let out = '';
  run.stdout.on('data', text => {
    out += text;
  });
  run.stderr.on('data', text => {
    out += text;
  });
  const lines = () => out.trim().split('\n');
  const type = (text: string) => run.stdin.write(`${text}\n`);

  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await until('who joined', () => lines().includes('Mina Holm joined.'));
  type('one');
  type('two');
  await until('the places', () => lines().includes('sent as 5'));
  await agent.reply(id, 'Hello there.');
  await until('the answer', () => lines().includes('Mina Holm: Hello there.'));

  await server.kill();
  type('three, to a server that is dead');
  const reply = agent.reply(id, 'Written meanwhile.');
  await server.restart();
  await reply;
  await until('both', () => lines().includes('Mina Holm: Written meanwhile.') && /sent as [78]/.test(out), 40_000);
  type('four');
  await until('the last', () => lines().includes('sent as 9'), 40_000);
  const said = () =>
    (agent.$thread.get()?.events ?? []).flatMap(event =>
      event.kind === 'message' && event.sender.kind === 'visitor' ? [event.body.text] : [],
    );
  await expect.poll(said).toEqual(['one', 'two', 'three, to a server that is dead', 'four']);
  expect(lines().filter(line => line.startsWith('Mina Holm:'))).toHaveLength(2);
  agent.destroy();
}, 90_000);
