import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { NOW, notice } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { Notice } from './Notice.js';

const shown = (item: ReturnType<typeof notice>) => renderIn(() => <Notice item={item} />).container.textContent;

test('what happened, in words', () => {
  expect(shown(notice('closed'))).toBe('This chat ended at 12:00');
  expect(shown(notice('left_queue'))).toBe('You stopped waiting');
  expect(shown(notice('returned'))).toBe('The assistant answers again');
  expect(shown(notice('reopened'))).toBe('Opened again');
  expect(shown(notice('still_with_you', { name: 'Mina' }))).toBe('Mina is still with you');
  expect(shown(notice('still_there'))).toBe('Are you still there?');
  expect(shown(notice('agent_gone'))).toContain('You keep your place');
});

test('what the queue card shows already, and what only the team may see, draws nothing', () => {
  expect(shown(notice('queued'))).toBe('');
  expect(shown(notice('note', { text: 'Internal' }))).toBe('');
});

test('joined: the finished rail, from the asking on', () => {
  const joined = notice('joined', { name: 'Mina Holm' });
  renderIn(
    () => <Notice item={joined} />,
    client => client.$messages.set([notice('queued', { at: NOW - 120_000 }), joined]),
  );
  expect(screen.getAllByRole('listitem').map(step => step.textContent)).toEqual([
    'You asked for a person11:58',
    'Mina Holm joined12:00',
  ]);
});

test('joined without a name or a wait', () => {
  expect(shown(notice('joined'))).toBe('Someone joined12:00');
});

const contact = { email: 'ana@example.com', text: 'Please call', order: 'NB-1' };

test('a left message as it was sent', () => {
  expect(shown(notice('left_message', { contact }))).toBe(
    'You left a message · 12:00Please callana@example.com · NB-1',
  );
  expect(shown(notice('left_message', { contact, waiting: true }))).toContain('Waiting for connection');
});

test('a refused one says why and can be sent again', () => {
  const error = { code: 'rate_limited', message: 'Too many messages.' };
  const { client, container } = renderIn(() => (
    <Notice item={notice('left_message', { contact, waiting: true, error })} />
  ));
  expect(container.textContent).toContain('Not sent: Too many messages.');
  expect(container.textContent).not.toContain('Waiting for connection');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(client.retry).toHaveBeenCalledExactlyOnceWith('n-left_message');
});
