import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { FakeClient } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { ArticleVote } from './ArticleVote.js';

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const state = (vote: 'yes' | 'no' | null) => ({ id: 'a', section: null, state: 'ready' as const, article: null, vote });

function vote() {
  const remember = (client: FakeClient) =>
    client.rateArticle.mockImplementation((_, given) => client.$article.set(state(given)));
  return renderIn(
    () => <ArticleVote id="a" />,
    client => {
      client.$article.set(state(null));
      remember(client);
    },
  );
}

test('yes is thanked for', async () => {
  const { client } = vote();
  await act(() => void click('Yes'));
  expect(client.rateArticle).toHaveBeenCalledExactlyOnceWith('a', 'yes');
  expect(screen.getByRole('status').textContent).toContain('Good to hear');
});

test('no counts at once, then asks for one of six reasons and a note', async () => {
  const { client } = vote();
  await act(() => void click('No'));
  expect(client.rateArticle).toHaveBeenLastCalledWith('a', 'no');
  const reasons = screen.getByRole('group', { name: 'What was missing?' }).querySelectorAll('.pill');
  expect([...reasons].map(one => one.textContent)).toEqual([
    'Not my question',
    'Hard to follow',
    'Steps don’t work',
    'Out of date',
    'Something is missing',
    'Something else',
  ]);
  click('Out of date');
  click('Hard to follow');
  click('Hard to follow');
  expect(screen.getByRole('button', { name: 'Out of date' }).getAttribute('aria-pressed')).toBe('true');
  fireEvent.input(screen.getByRole('textbox', { name: 'Your note' }), { target: { value: `  ${'x'.repeat(1200)}` } });
  await act(() => void click('Send'));
  expect(client.rateArticle).toHaveBeenLastCalledWith('a', 'no', { reasons: ['outdated'], note: 'x'.repeat(1000) });
  expect(screen.getByRole('status').textContent).toContain('We read every note');
});

test('skipping sends nothing more', async () => {
  const { client } = vote();
  await act(() => void click('No'));
  await act(() => void click('Skip'));
  expect(client.rateArticle).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('group')).toBeNull();
});
