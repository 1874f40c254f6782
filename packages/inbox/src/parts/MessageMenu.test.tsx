import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { id } from '../../test/ids.js';
import { openInbox } from '../../test/openInbox.js';

const lineOf = async (text: string | RegExp) => {
  const log = await screen.findByRole('log');
  return (await within(log).findByText(text)).closest('li') as HTMLElement;
};
const menuOf = (line: HTMLElement) => within(line).queryByRole('button', { name: 'Message options' });
const composer = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Write a reply' });
const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Edit the message' });

/** Mina's conversation, with one message of hers that has arrived. */
async function withMessage(text = 'Tusday') {
  const opened = openInbox({ at: `#/mine/${id(1)}` });
  const reply = await composer();
  fireEvent.input(reply, { target: { value: text } });
  fireEvent.keyDown(reply, { key: 'Enter' });
  await waitFor(async () => expect(menuOf(await lineOf(text))).toBeTruthy());
  return { ...opened, reply, message: opened.sent('message')[0]?.id };
}

async function choose(text: string, what: 'Edit' | 'Delete') {
  const line = await lineOf(text);
  fireEvent.click(menuOf(line) as HTMLElement);
  fireEvent.click(within(line).getByRole('button', { name: what }));
}

test('only one’s own messages have a menu: not those of customers or colleagues, nor notes', async () => {
  const { server } = await withMessage();
  const at = Date.now();
  const sender = { kind: 'agent', id: 'jonas', name: 'Jonas Berg' } as const;
  server.say({ conversation: id(1), at, sender, kind: 'message', body: { text: 'from Jonas' } });
  for (const text of ['from Jonas', /It cuts out on every hill/, /Third E10/])
    expect(menuOf(await lineOf(text))).toBeNull();
});

test('Edit words the message anew and gives the focus back to the reply', async () => {
  const { sent, reply, message } = await withMessage();
  await choose('Tusday', 'Edit');
  const edit = await field();
  expect([edit.value, document.activeElement]).toEqual(['Tusday', edit]);
  fireEvent.input(edit, { target: { value: ' Tuesday ' } });
  fireEvent.keyDown(edit, { key: 'Enter', isComposing: true });
  expect(sent('edited')).toEqual([]);
  fireEvent.keyDown(edit, { key: 'Enter' });
  const line = await lineOf('Tuesday');
  await waitFor(() => expect(line.textContent).toContain('edited'));
  expect(sent('edited')).toMatchObject([{ conversation: id(1), body: { message, text: 'Tuesday' } }]);
  expect(document.activeElement).toBe(reply);
});

test('Escape and an unchanged text send nothing; an empty one cannot be saved', async () => {
  const { sent } = await withMessage();
  await choose('Tusday', 'Edit');
  fireEvent.input(await field(), { target: { value: ' ' } });
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  fireEvent.keyDown(await field(), { key: 'Escape' });
  await lineOf('Tusday');
  await choose('Tusday', 'Edit');
  fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
  await lineOf('Tusday');
  expect(sent('edited')).toEqual([]);
});

test('arrow up in an empty reply edits the newest message of one’s own, and only there', async () => {
  const { reply } = await withMessage();
  fireEvent.input(reply, { target: { value: 'half' } });
  fireEvent.keyDown(reply, { key: 'ArrowUp' });
  expect(screen.queryByRole('textbox', { name: 'Edit the message' })).toBeNull();
  fireEvent.input(reply, { target: { value: '' } });
  fireEvent.keyDown(reply, { key: 'ArrowUp' });
  expect((await field()).value).toBe('Tusday');
});

test('Delete asks first, and leaves a line without words or menu', async () => {
  const { sent, message, reply } = await withMessage('the code is 4711');
  await choose('the code is 4711', 'Delete');
  const dialog = () => screen.getByLabelText('Delete this message?');
  fireEvent.click(within(dialog()).getByRole('button', { name: 'Cancel', hidden: true }));
  expect(sent('deleted')).toEqual([]);
  await choose('the code is 4711', 'Delete');
  fireEvent.click(within(dialog()).getByRole('button', { name: 'Delete', hidden: true }));
  const line = await lineOf('Message deleted');
  await waitFor(() => expect(sent('deleted')).toMatchObject([{ conversation: id(1), body: { message } }]));
  expect(menuOf(line)).toBeNull();
  expect(document.body.textContent).not.toContain('4711');
  expect(document.activeElement).toBe(reply);
});

test('without a connection an edit waits in words, and shows already', async () => {
  const { server } = await withMessage();
  await choose('Tusday', 'Edit');
  server.pause();
  fireEvent.input(await field(), { target: { value: 'Tuesday' } });
  fireEvent.keyDown(await field(), { key: 'Enter' });
  const line = await lineOf('Tuesday');
  await waitFor(() => expect(line.textContent).toContain('Waiting for connection'));
});
