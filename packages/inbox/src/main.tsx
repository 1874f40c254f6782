import { webStorage } from '@handrail/core';
import { createAgent } from '@handrail/core/agent';
import { render } from 'preact';
import { App } from './App.js';
import './theme/index.css';
import { browserEnvironment } from './state/browserEnvironment.js';
import { createGate } from './state/gate.js';
import { createPreferences } from './state/preferences.js';
import { signInCode } from './state/signInCode.js';

const storage = webStorage(() => window.localStorage);
const { hash, pathname, search } = window.location;
const code = hash.startsWith('#sign-in=') ? signInCode(hash) : null;
// A one-time code does not belong into the history.
if (hash.startsWith('#sign-in=')) window.history.replaceState(null, '', pathname + search);

const connect = (token: string) =>
  createAgent({ server: window.location.origin, token, environment: browserEnvironment() });
const gate = createGate({ storage, connect, code });
const preferences = createPreferences(storage, navigator.languages);
const root = document.getElementById('app');
if (root) render(<App gate={gate} storage={storage} preferences={preferences} />, root);
