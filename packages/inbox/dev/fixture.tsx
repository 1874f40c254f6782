import { memoryStorage } from '@handrail/core';
import { createAgent } from '@handrail/core/agent';
import { render } from 'preact';
import { App } from '../src/App.js';
import '../src/theme/index.css';
import { createGate } from '../src/state/gate.js';
import { createPreferences } from '../src/state/preferences.js';
import { createFakeServer } from '../test/fakeServer.js';
import { MINA, northwind } from '../test/northwind.js';

// Opened by `vite` only: the inbox on recorded conversations, without a server. `?door`, `?empty`, `?refuse`, `?lang=ar`.
const wanted = new URLSearchParams(window.location.search);
const now = Date.now;
const site = wanted.has('empty') ? { conversations: [], logs: new Map() } : northwind(now());
const server = createFakeServer({
  site,
  you: MINA,
  now,
  refuse: frame =>
    wanted.has('refuse') && frame.kind === 'message' ? { code: 'text_too_long', message: 'too long' } : null,
  signIn: () => ({ status: 401, body: { error: { code: 'unauthenticated', message: 'used' } } }),
});
const storage = memoryStorage();
if (!wanted.has('door')) storage.set('handrail:inbox:session', 'a-session-token-of-the-fixture');
storage.set(
  'handrail:inbox:replies',
  JSON.stringify([
    'Sensor gap, how to: loosen the 4 mm bolt by the chainstay, then slide the sensor.',
    'Sensor under warranty: you don’t pay for this one. We send the part to you.',
  ]),
);
const connect = (token: string) =>
  createAgent({
    server: window.location.origin,
    token,
    environment: { ...server.environment, storage: memoryStorage() },
  });
const gate = createGate({ storage, connect, code: null });
const preferences = createPreferences(storage, wanted.get('lang') ? [wanted.get('lang') ?? ''] : navigator.languages);
Object.assign(window, { fakeServer: server });
const root = document.getElementById('app');
if (root) render(<App gate={gate} storage={storage} preferences={preferences} />, root);
