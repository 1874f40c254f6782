import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { conversation } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { NewChat } from './NewChat.js';
import { Survey } from './Survey.js';

const send = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Send' });

test('five points, each a face with its word, about the person by name', () => {
  renderIn(() => <Survey conversation={conversation()} skipped={null} />);
  expect(screen.getByRole('group', { name: 'How was Mina Holm’s help?' })).toBeTruthy();
  expect(screen.getAllByRole('radio').map(one => one.parentElement?.textContent)).toEqual([
    'Poor',
    'Weak',
    'Fair',
    'Good',
    'Great',
  ]);
  expect(send().disabled).toBe(true);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('a score, then a comment, then thanks that take the focus', async () => {
  const { client, navigation } = renderIn(() => <Survey conversation={conversation()} skipped={null} />);
  await act(() => void fireEvent.click(screen.getByRole('radio', { name: 'Good' })));
  fireEvent.input(screen.getByRole('textbox'), { target: { value: ' Fast. ' } });
  await act(() => void fireEvent.click(send()));
  expect(client.submitSurvey).toHaveBeenCalledExactlyOnceWith(4, { comment: 'Fast.' });
  expect(document.activeElement?.textContent).toBe('Thank you');
  navigation.go({ name: 'chat' });
  fireEvent.click(screen.getByRole('button', { name: 'Back to Home' }));
  expect(navigation.$view.get()).toEqual({ name: 'home' });
});

test('not now is as easy as send', () => {
  const { client } = renderIn(() => (
    <Survey conversation={conversation({ assignee: undefined } as never)} skipped={<NewChat />} />
  ));
  expect(screen.getByRole('heading').textContent).toBe('How was the help?');
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(client.submitSurvey).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Start a new chat' })).toBeTruthy();
});
