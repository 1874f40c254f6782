import type { Handrail } from '@handrail/core';
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { FakeClient } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { Composer } from './Composer.js';

function compose(prepare?: (client: FakeClient) => void, first = false, takesFiles = false) {
  const view = renderIn(
    () => <Composer placeholder="Write a message" first={first} takesFiles={takesFiles} />,
    prepare,
  );
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Write a message' });
  return { ...view, field, write: (value: string) => fireEvent.input(field, { target: { value } }) };
}

test('Enter sends what was typed, trimmed', async () => {
  const { client, field, write } = compose();
  write('  Where is my order?\n');
  expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(false);
  await waitFor(() => expect(client.sendMessage).toHaveBeenCalledExactlyOnceWith('Where is my order?'));
});

test('Shift+Enter starts a line; an empty draft sends nothing', () => {
  const { client, field, write } = compose();
  fireEvent.keyDown(field, { key: 'Enter' });
  write('   ');
  fireEvent.keyDown(field, { key: 'Enter' });
  write('one');
  expect(fireEvent.keyDown(field, { key: 'Enter', shiftKey: true })).toBe(true);
  expect(client.sendMessage).not.toHaveBeenCalled();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send message' }).disabled).toBe(false);
});

test('never while an input method composes', () => {
  const { client, field, write } = compose();
  write('こんにち');
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  // Safari: the composition has ended, but the Enter that confirmed it still comes.
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
  fireEvent(field, new CompositionEvent('compositionstart'));
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(client.sendMessage).not.toHaveBeenCalled();
  fireEvent(field, new CompositionEvent('compositionend'));
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(client.sendMessage).toHaveBeenCalledTimes(1);
});

test('a refusal says why and keeps the draft', async () => {
  const { client, field, write } = compose(given =>
    given.sendMessage.mockRejectedValue(new Error('text: expected at most 16384 bytes, got 20000.')),
  );
  write('long');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toContain('at most 16384 bytes');
  expect(client.$draft.get()).toBe('long');
  write('shorter');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the draft is kept and others hear of the typing', () => {
  const { client, write } = compose();
  write('a');
  expect(client.setDraft).toHaveBeenLastCalledWith('a');
  expect(client.setTyping).toHaveBeenLastCalledWith(true);
  write('');
  expect(client.setTyping).toHaveBeenLastCalledWith(false);
});

const aHit = {
  id: 'returns',
  section: null,
  score: 1,
  confidence: 0.8,
  marks: [],
  title: 'Returns',
  titleMarks: [],
  sectionTitle: null,
  snippet: { text: '', marks: [] },
  sections: [],
};

test('a first question is looked up while it is typed', async () => {
  const hits = [aHit, { ...aHit, id: 'far', title: 'Far away', confidence: 0.2 }];
  const lookUp = vi.fn(async (query: string) => ({
    query,
    corrected: null,
    hits,
    fewer: [],
    nearest: [],
    missing: [],
  }));
  const { write, navigation } = compose(client => client.lookUp.mockImplementation(lookUp), true);
  write('how do I send it back');
  fireEvent.click(await screen.findByRole('button', { name: 'Returns' }));
  expect(navigation.$view.get()).toEqual({ name: 'article', id: 'returns', section: null });
  expect(screen.queryByText('Far away')).toBeNull();
});

test('what matches goes with the draft, and an answer that comes late is for nobody', async () => {
  let answer: (found: Awaited<ReturnType<Handrail['lookUp']>>) => void = () => {};
  const { client, write } = compose(
    given => given.lookUp.mockImplementation(() => new Promise(resolve => (answer = resolve))),
    true,
  );
  const found = (title: string) => ({
    query: '',
    corrected: null,
    hits: [{ ...aHit, title }],
    fewer: [],
    nearest: [],
    missing: [],
  });
  write('how do I send');
  await waitFor(() => expect(client.lookUp).toHaveBeenCalledTimes(1));
  const older = answer;
  write('how do I send it back');
  await waitFor(() => expect(client.lookUp).toHaveBeenCalledTimes(2));
  await act(async () => older(found('Older')));
  expect(screen.queryByText('Older')).toBeNull();
  await act(async () => answer(found('Returns')));
  screen.getByRole('button', { name: 'Returns' });
  await act(() => client.$draft.set(''));
  expect(screen.queryByRole('button', { name: 'Returns' })).toBeNull();
});

test('who writes on while the bot is at work is not held up', async () => {
  const { client, field, write } = compose(given => given.sendMessage.mockReturnValue(new Promise(() => {})));
  write('one');
  fireEvent.keyDown(field, { key: 'Enter' });
  write('two');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(client.sendMessage.mock.calls).toEqual([['one'], ['two']]);
});

test('files go with a person’s message, once, and stay when they are refused', async () => {
  const { client, field, write } = compose(undefined, false, true);
  const file = new File(['x'], 'a.txt', { type: 'text/plain' });
  const attach = await screen.findByRole('button', { name: 'Attach a file' });
  const input = attach.parentElement?.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  fireEvent.change(input, { target: { files: [file] } });
  expect(screen.getByText('a.txt')).toBeTruthy();
  client.sendMessage.mockRejectedValueOnce(Object.assign(new Error('too large'), { code: 'too_large' }));
  fireEvent.keyDown(field, { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toContain('too much for one message');
  expect(screen.getByText('a.txt')).toBeTruthy();
  write('here');
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(screen.queryByText('a.txt')).toBeNull());
  expect(client.sendMessage.mock.calls.slice(1)).toEqual([['here', { attachments: [file] }]]);
});
