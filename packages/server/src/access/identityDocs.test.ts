import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { DEFAULT_SERVER_LIMITS } from '../gateway/serverLimits.js';
import { createVerifyIdentity } from './verifyIdentity.js';

const text = readFileSync(new URL('../../../../docs/identity.md', import.meta.url), 'utf8');
const blocks = [...text.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
// Inside this package, so that the dependencies are found.
const folder = mkdtempSync(join(fileURLToPath(new URL('../../', import.meta.url)), 'node_modules', '.docs-'));
const running: ChildProcess[] = [];

afterAll(async () => {
  for (const child of running) {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
});

function run(code: string | undefined, env: Record<string, string> = {}): ChildProcess {
  if (!code) throw new Error('docs/identity.md has no such example');
  const file = join(folder, `${code.length}.mjs`);
  writeFileSync(file, code);
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return child;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(resolve => probe.listen(0, resolve));
  const { port } = probe.address() as { port: number };
  await new Promise(resolve => probe.close(resolve));
  return port;
}

test('the example makes a key whose public half the settings take', async () => {
  const child = run(blocks.find(code => code.includes('generateKeyPairSync')));
  let printed = '';
  child.stdout?.on('data', data => {
    printed += data;
  });
  await once(child, 'close');
  const key = /-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(printed)?.[0] ?? '';
  const identity = { issuer: 'x', keys: [{ kid: 'k', alg: 'EdDSA' as const, key }] };
  const sites = new Map([['shop', { id: 'shop', widget: { name: 'Shop' }, origins: [], identity }]]);
  expect(await createVerifyIdentity({ sites, limits: DEFAULT_SERVER_LIMITS, now: Date.now })).toBeTypeOf('function');
});

test('the example of a backend signs what the server believes, for nobody but who is signed in', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const port = await freePort();
  const HANDRAIL_PRIVATE_KEY = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const backend = run(
    blocks.find(code => code.includes('SignJWT')),
    { HANDRAIL_PRIVATE_KEY, PORT: String(port) },
  );
  running.push(backend);
  const ask = (headers: Record<string, string>) => fetch(`http://localhost:${port}/handrail-token`, { headers });
  await expect
    .poll(
      () =>
        ask({}).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 10_000 },
    )
    .toBe(401);
  const token = await (await ask({ cookie: 'session=1' })).text();
  const keys = [
    { kid: '2026-11', alg: 'EdDSA' as const, key: String(publicKey.export({ type: 'spki', format: 'pem' })) },
  ];
  const identity = { issuer: 'https://shop.example', keys };
  const sites = new Map([['shop', { id: 'shop', widget: { name: 'Shop' }, origins: [], identity }]]);
  const verify = await createVerifyIdentity({ sites, limits: DEFAULT_SERVER_LIMITS, now: Date.now });
  expect(await verify('shop', token)).toMatchObject({ ok: true, sub: 'customer-7' });
});
