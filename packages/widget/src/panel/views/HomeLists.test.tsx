import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { type FakeClient, NOW } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { HomeLists } from './HomeLists.js';

const articles = (...ids: string[]) => ids.map(id => ({ id, title: `Title of ${id}` }));
const draw = (prepare: (client: FakeClient) => void) =>
  renderIn(
    () => <HomeLists />,
    client => {
      client.$conversations.set([{ id: 'c', owner: 'bot', status: 'open', text: 'Hello', at: NOW, unread: 0 }]);
      prepare(client);
    },
  );
const regions = () => screen.getAllByRole('region').map(one => one.getAttribute('aria-label'));
const rows = (name: string) =>
  [...screen.getByRole('region', { name }).querySelectorAll('button')].map(one => one.textContent);

test('for this page, conversations, what was read, what many read', async () => {
  const { navigation } = draw(client => {
    client.suggestions.mockResolvedValue(articles('a', 'b'));
    client.recent.mockResolvedValue(articles('b', 'c'));
    client.popular.mockResolvedValue(articles('a', 'c', 'd', 'e', 'f', 'g'));
  });
  await waitFor(() => expect(regions()).toEqual(['For this page', 'Your conversation', 'Recently read', 'Popular']));
  expect(rows('Recently read')).toEqual(['Title of c']);
  expect(rows('Popular')).toEqual(['Title of d', 'Title of e', 'Title of f']);
  fireEvent.click(screen.getByRole('button', { name: 'Title of e' }));
  expect(navigation.$view.get()).toEqual({ name: 'article', id: 'e', section: null });
});

test('one list that cannot be read is not missed while there are others', async () => {
  draw(client => {
    client.suggestions.mockRejectedValue(new Error('lost'));
    client.popular.mockResolvedValue(articles('a'));
  });
  await waitFor(() => expect(regions()).toEqual(['Your conversation', 'Popular']));
  expect(screen.queryByText(/could not be loaded/)).toBeNull();
});

test('nothing could be read: the line says so, and trying again brings the lists', async () => {
  const { client } = draw(given => {
    given.suggestions.mockRejectedValue(new Error('lost'));
    given.popular.mockRejectedValueOnce(new Error('lost'));
  });
  await screen.findByText('The help pages could not be loaded.');
  client.popular.mockResolvedValue(articles('a'));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('button', { name: 'Title of a' });
  expect(screen.queryByText(/could not be loaded/)).toBeNull();
});

test('nothing to show is no list at all', async () => {
  const { client } = draw(() => {});
  await waitFor(() => expect(client.popular).toHaveBeenCalled());
  expect(regions()).toEqual(['Your conversation']);
});
