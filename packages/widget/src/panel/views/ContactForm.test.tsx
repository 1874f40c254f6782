import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { type FakeClient, NOW } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { ContactForm } from './ContactForm.js';

function form(prepare: (client: FakeClient) => void = () => {}) {
  const view = renderIn(() => <ContactForm />, prepare);
  const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
  const fill = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
  return { ...view, field, fill, send: () => fireEvent.click(screen.getByRole('button', { name: 'Send message' })) };
}

test('it starts from the conversation and what was being typed', () => {
  const { field } = form(client => {
    client.$contact.set({ reason: 'away', text: 'My motor cuts out' });
    client.$draft.set('on hills');
  });
  expect(field('Message').value).toBe('My motor cuts out\non hills');
  expect(screen.getByText('From your chat')).toBeTruthy();
});

test('it starts from what the page knows; what was typed wins over its text', async () => {
  const { client, field, fill, send } = form(given => {
    given.$prefill.set({ email: 'ana@mail.example', name: 'Ana', order: 'NB-1', text: 'About my order' });
    given.$draft.set('Where is it?');
  });
  expect([field('E-mail').value, field('Order number').value, field('Message').value]).toEqual([
    'ana@mail.example',
    'NB-1',
    'Where is it?',
  ]);
  fill('E-mail', 'ana@work.example');
  send();
  await waitFor(() => expect(client.leaveMessage).toHaveBeenCalledTimes(1));
  expect(client.leaveMessage).toHaveBeenCalledWith({
    email: 'ana@work.example',
    name: 'Ana',
    order: 'NB-1',
    text: 'Where is it?',
  });
});

test('a customer the page named need not say their address again', () => {
  const email = { name: 'email', value: 'ana@mail.example' };
  const { field } = form(client => {
    const signed = [{ ...email, verified: true }];
    client.$identity.set({
      id: '7',
      state: 'verified',
      attributes: [{ ...email, value: 'x@y.z', verified: false }],
      signed,
    });
  });
  expect(field('E-mail').value).toBe('ana@mail.example');
});

test('what is missing is said at its field, which gets the focus; nothing is sent', async () => {
  const { client, field, fill, send } = form();
  fill('E-mail', 'ana@example');
  send();
  await waitFor(() => expect(document.activeElement).toBe(field('E-mail')));
  expect(field('E-mail').getAttribute('aria-invalid')).toBe('true');
  const described = field('E-mail').getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toContain('Please enter an address');
  expect(field('Message').getAttribute('aria-invalid')).toBe('true');
  fill('E-mail', 'ana@example.com');
  expect(field('E-mail').hasAttribute('aria-invalid')).toBe(false);
  expect(client.leaveMessage).not.toHaveBeenCalled();
});

test.each(['', 'ana', 'ana@', '@example.com', 'ana@exa mple.com', 'a@b@c.d'])('%j is no address', async email => {
  const { client, fill, send } = form();
  fill('Message', 'Hello');
  fill('E-mail', email);
  send();
  await screen.findByText(/Please enter an address/);
  expect(client.leaveMessage).not.toHaveBeenCalled();
});

test('sent: what happens next, under a number, and the way home', async () => {
  const { client, fill, navigation, send } = form();
  fill('E-mail', ' ana@example.com ');
  fill('Order number', ` ${'9'.repeat(300)}`);
  fill('Message', 'Hello');
  send();
  const heading = await screen.findByRole('heading', { name: 'We have your message' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(client.leaveMessage).toHaveBeenCalledExactlyOnceWith({
    email: 'ana@example.com',
    text: 'Hello',
    order: '9'.repeat(200),
  });
  expect(screen.getByText(/We answer to .*ana@example\.com/)).toBeTruthy();
  navigation.go({ name: 'contact' });
  fireEvent.click(screen.getByRole('button', { name: 'Back to Home' }));
  expect(client.closeContact).toHaveBeenCalled();
  expect(navigation.$view.get()).toEqual({ name: 'home' });
});

test('a failure keeps every word', async () => {
  const { field, fill, send } = form(client => client.leaveMessage.mockRejectedValue(new Error('Storage is full.')));
  fill('E-mail', 'ana@example.com');
  fill('Message', 'Hello');
  send();
  expect((await screen.findByRole('alert')).textContent).toBe('Storage is full.');
  expect(field('Message').value).toBe('Hello');
});

test('who is there decides what is promised', () => {
  const lead = (prepare: (client: FakeClient) => void) => {
    const { container } = form(prepare);
    const text = container.querySelector('.lead')?.textContent;
    cleanup();
    return text;
  };
  expect(lead(client => client.$availability.set({ state: 'away', replyHours: 1 }))).toBe(
    'Nobody is free right now. We answer by e-mail. Usually within 1 hour.',
  );
  expect(lead(client => client.$availability.set({ state: 'closed', nextOpenAt: NOW + 3_600_000 }))).toBe(
    'Nobody is here right now. We are back 13:00, and answer by e-mail.',
  );
  expect(
    lead(client => {
      client.server = null;
    }),
  ).toBe('Write to us and we answer by e-mail.');
});
