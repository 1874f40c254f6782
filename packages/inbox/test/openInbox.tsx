import { memoryStorage } from '@handrail/core';
import { createAgent } from '@handrail/core/agent';
import { render } from '@testing-library/preact';
import { App } from '../src/App.js';
import { createGate } from '../src/state/gate.js';
import { createPreferences } from '../src/state/preferences.js';
import { createFakeServer, type FakeOptions } from './fakeServer.js';
import { MINA, northwind } from './northwind.js';

/** The whole inbox on the fake server. `session` and `code` decide how it starts; `at` is the address's hash. */
export function openInbox(given: Partial<FakeOptions> & { at?: string; code?: string; session?: string | null } = {}) {
  const { at = '#/mine', code = null, session = 'a-session-token-of-mina', ...options } = given;
  const now = Date.now;
  const server = createFakeServer({ site: northwind(now()), you: MINA, now, ...options });
  const storage = memoryStorage();
  if (session !== null) storage.set('handrail:inbox:session', session);
  window.history.replaceState(null, '', at === '' ? '/' : at);
  const environment = { ...server.environment, storage: memoryStorage() };
  const connect = (token: string) => createAgent({ server: 'http://localhost', token, environment });
  const gate = createGate({ storage, connect, code });
  const view = render(<App gate={gate} storage={storage} preferences={createPreferences(storage, ['en'])} />);
  const sent = (kind: string) =>
    server.received.flatMap(frame => (frame.t === 'send' && frame.kind === kind ? [frame] : []));
  return { ...view, server, storage, gate, sent };
}
