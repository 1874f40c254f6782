import { expect, test } from 'vitest';
import { addresses, localAddress } from './addresses.js';
import { plainLine } from './createLog.js';
import { explainFailure } from './explainFailure.js';
import { browserCommand, wantsBrowser } from './openBrowser.js';

const site = { id: 'demo', widget: { name: 'Demo' }, origins: [] };

test('addresses stand in one column', () => {
  const agents = [{ id: 'mina', name: 'Mina Holm', role: 'admin' as const, site: 'demo' }];
  const config = { pages: '/p', docs: '/d', sites: [site], agents };
  expect(addresses({ config, base: 'http://localhost:4400', code: 'hs_x' })).toBe(`
  Handrail is ready.

    Demo site   http://localhost:4400/
    Inbox       http://localhost:4400/inbox/#sign-in=hs_x
                signs in Mina Holm; works once, for a day
    Docs        http://localhost:4400/docs/

`);
});

test('without pages, docs and agents it says what there is', () => {
  const config = { pages: null, docs: null, sites: [site], agents: [] };
  const text = addresses({ config, base: 'http://localhost:1', code: null });
  expect(text).toContain('Script      http://localhost:1/w/demo.js');
  expect(text).toContain('nobody can sign in: "agents" is empty');
  expect(text).not.toContain('Docs');
});

test.each([
  ['localhost', 'http://localhost:1'],
  ['::', 'http://localhost:1'],
  ['0.0.0.0', 'http://localhost:1'],
  ['::1', 'http://[::1]:1'],
  ['10.0.0.7', 'http://10.0.0.7:1'],
])('a browser reaches %s at %s', (host, address) => expect(localAddress(host, 1)).toBe(address));

test.each([
  [false, {}, true, 'darwin', false],
  [true, {}, false, 'linux', true],
  [null, {}, true, 'linux', false],
  [null, { DISPLAY: ':0' }, true, 'linux', true],
  [null, { WAYLAND_DISPLAY: 'w' }, true, 'linux', true],
  [null, { DISPLAY: ':0', CI: '1' }, true, 'linux', false],
  [null, { DISPLAY: ':0', SSH_CONNECTION: 'x' }, true, 'linux', false],
  [null, {}, true, 'darwin', true],
  [null, {}, false, 'win32', false],
] as const)('a browser: told %j, %j, terminal %j, %s: %j', (open, env, isTerminal, platform, expected) => {
  expect(wantsBrowser(open, { env, isTerminal, platform })).toBe(expected);
});

test('each system opens addresses its own way', () => {
  expect(browserCommand('http://x/', 'darwin')).toEqual(['open', 'http://x/']);
  expect(browserCommand('http://x/', 'win32')).toEqual(['cmd', '/c', 'start', '', 'http://x/']);
  expect(browserCommand('http://x/', 'linux')).toEqual(['xdg-open', 'http://x/']);
});

test.each([
  [{ code: 'EADDRINUSE', port: 65535 }, 'port 65535 is in use. Choose another with PORT=4401'],
  [{ code: 'EACCES', syscall: 'listen', port: 80 }, 'port 80 may not be used by this user'],
  [{ code: 'EADDRNOTAVAIL', address: '9.9.9.9' }, '"host": expected an address of this machine, got 9.9.9.9'],
  [{ code: 'EROFS', path: '/data' }, '/data: cannot be written or read (EROFS)'],
  [{}, 'plain'],
])('explains %j', (fields, expected) => {
  expect(explainFailure(Object.assign(new Error('plain'), fields))).toContain(expected);
});

test('a log line for people', () => {
  expect(plainLine('{"level":40,"msg":"demo: a.md:3: error: x"}')).toBe('warn  demo: a.md:3: error: x\n');
  expect(plainLine('{"level":50,"msg":"failed","err":{"message":"why"}}')).toBe('error failed: why\n');
});
