import type { Entry } from '../en.js';

/** Words of the door: signing in, and what keeps somebody out. */
export const door = {
  welcome: 'Sign in to the inbox',
  welcomeHint: 'Paste the sign-in link or its code. It works once and then this browser remembers you.',
  code: 'Sign-in link or code',
  enter: 'Sign in',
  entering: 'Signing in',
  whereCode: 'Your administrator makes a link for you on the server.',
  codeShape: 'That is not a sign-in link or code. It starts with “hs_”.',
  codeEmpty: 'Paste the link or code first.',
  codeUnknown:
    'This code was used before, is too old, or belongs to another server. Ask for a new link; each works once.',
  codeExpired: 'This code is too old. Ask for a new link.',
  tooMany: 'Too many tries from here. Wait a minute, then try again.',
  signedOut: 'You are signed out: this server no longer knows your session. Use a new link.',
  removed: 'Your access was removed. Ask your administrator.',
  oldVersion: 'The inbox is older than the server. Reload this page.',
  serverRefused: 'The server refused: {reason}',
  noServer: 'The server does not answer. We keep trying.',
} as const satisfies Record<string, Entry>;

/** What the door says, by key. */
export type DoorTexts = Readonly<Record<keyof typeof door, Entry>>;
