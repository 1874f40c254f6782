import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { openInbox } from '../../test/openInbox.js';

const CODE = 'hs_0123456789abcdefXY';
const grant = {
  token: 'a-session-token-of-mina',
  agent: { id: 'mina', name: 'Mina Okafor', role: 'agent' },
  site: 'demo',
};
const refused = (code: string) => ({ status: 401, body: { error: { code, message: 'no' } } });

const enter = (text: string) => {
  fireEvent.input(screen.getByLabelText('Sign-in link or code'), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
};

test('a code in the address signs in and the session is kept', async () => {
  const { storage } = openInbox({ code: CODE, session: null, signIn: () => ({ status: 200, body: grant }) });
  await screen.findByRole('heading', { name: 'Mine' });
  expect(storage.get('handrail:inbox:session')).toBe('a-session-token-of-mina');
});

test('without code or session the page asks, and says what is wrong with the text', async () => {
  openInbox({ session: null });
  enter('');
  expect(screen.getByRole('alert').textContent).toBe('Paste the link or code first.');
  enter('hello');
  expect(screen.getByRole('alert').textContent).toContain('It starts with “hs_”');
});

test('a pasted link signs in', async () => {
  const codes: string[] = [];
  const signIn = (code: string) => {
    codes.push(code);
    return { status: 200, body: grant };
  };
  openInbox({ session: null, signIn });
  enter(`https://help.example/inbox/#sign-in=${CODE}`);
  await screen.findByRole('heading', { name: 'Mine' });
  expect(codes).toEqual([CODE]);
});

test('a used or unknown code says so and lets one try again', async () => {
  openInbox({ code: CODE, session: null, signIn: () => refused('unauthenticated') });
  expect((await screen.findByText(/This code was used before/)).getAttribute('role')).toBe('alert');
  expect(screen.getByLabelText('Sign-in link or code')).toBeTruthy();
});

test('a used link in a browser that is signed in still opens the inbox', async () => {
  openInbox({ code: CODE, signIn: () => refused('unauthenticated') });
  await screen.findByRole('heading', { name: 'Mine' });
});

test('a session the server no longer knows leads to the door and is forgotten', async () => {
  const { storage } = openInbox({ refuseHello: 4500 });
  await screen.findByText(/You are signed out/);
  expect(storage.get('handrail:inbox:session')).toBeNull();
});

test('a session refused later leads to the door too', async () => {
  const { server } = openInbox();
  await screen.findByRole('heading', { name: 'Mine' });
  server.cut(4503);
  await screen.findByText(/Your access was removed/);
});
