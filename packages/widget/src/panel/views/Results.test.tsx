import { act, fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { FakeClient } from '../../../test/fakeClient.js';
import { renderIn } from '../../../test/renderIn.js';
import { Results } from './Results.js';

type SearchState = ReturnType<FakeClient['$search']['get']>;
type Found = NonNullable<SearchState['result']>;

const hit = (id: string, sections: string[] = []): Found['hits'][number] => ({
  id,
  section: sections[0] ?? null,
  score: 1,
  confidence: 0.9,
  marks: [],
  title: `Title of ${id}`,
  titleMarks: [[0, 5]],
  sectionTitle: null,
  snippet: { text: `Words of ${id}`, marks: [] },
  sections: sections.map(section => ({ id: section, title: `Section ${section}`, titleMarks: [] })),
});
const found = (query: string, more: Partial<Found> = {}): SearchState => ({
  query,
  state: 'done',
  result: { query, corrected: null, hits: [], fewer: [], nearest: [], missing: [], ...more },
});

/** Options are drawn by code that is fetched. */
async function results(state: SearchState) {
  const view = renderIn(
    () => <Results />,
    client => client.$search.set(state),
  );
  const field = screen.getByRole<HTMLInputElement>('combobox');
  if (state.result?.hits.length) await screen.findAllByRole('option');
  return { ...view, field, press: (key: string, more = {}) => fireEvent.keyDown(field, { key, ...more }) };
}

const two = found('re', { hits: [hit('returns', ['how', 'cost']), hit('refunds')] });
const chosen = () => screen.getAllByRole('option').findIndex(one => one.getAttribute('aria-selected') === 'true');

test('a combobox: the list it controls, the option it stands on', async () => {
  const { field } = await results(two);
  const list = screen.getByRole('listbox');
  const options = screen.getAllByRole('option');
  expect(options).toHaveLength(3);
  expect(field.getAttribute('aria-controls')).toBe(list.id);
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(field.getAttribute('aria-autocomplete')).toBe('list');
  expect(field.getAttribute('aria-activedescendant')).toBe(options[0]?.id);
  expect(document.activeElement).toBe(field);
});

test('arrows move through articles and sections and around the ends', async () => {
  const { field, press } = await results(two);
  const ids = screen.getAllByRole('option').map(one => one.id);
  expect(press('ArrowDown')).toBe(false);
  expect(chosen()).toBe(1);
  expect(field.getAttribute('aria-activedescendant')).toBe(ids[1]);
  press('ArrowDown');
  press('ArrowDown');
  expect(chosen()).toBe(0);
  press('ArrowUp');
  expect(chosen()).toBe(2);
  expect(press('ArrowLeft')).toBe(true);
});

test('Enter opens what the field points at, at its section', async () => {
  const { navigation, press } = await results(two);
  press('ArrowDown');
  press('Enter');
  expect(navigation.$view.get()).toEqual({ name: 'article', id: 'returns', section: 'cost' });
});

test('keys of an input method move and open nothing', async () => {
  const { navigation, press } = await results(two);
  press('ArrowDown', { isComposing: true });
  press('Enter', { isComposing: true });
  press('Enter', { keyCode: 229 });
  expect(chosen()).toBe(0);
  expect(navigation.$view.get()).toEqual({ name: 'home' });
});

test('typing starts at the first option again; an empty field clears', async () => {
  const { client, field, press } = await results(two);
  press('ArrowDown');
  fireEvent.input(field, { target: { value: 'ref' } });
  expect(client.search).toHaveBeenLastCalledWith('ref');
  expect(chosen()).toBe(0);
  fireEvent.input(field, { target: { value: ' ' } });
  expect(client.clearSearch).toHaveBeenCalledTimes(1);
});

test('how many were found is said, and that nothing was', async () => {
  const { announce, client } = await results(two);
  expect(announce).toHaveBeenLastCalledWith('2 articles found');
  await act(() => client.$search.set(found('xyz')));
  expect(announce).toHaveBeenLastCalledWith('Nothing on that yet');
});

test('no result: fewer words, nearest articles, the bot and a person', async () => {
  const { client, field, navigation, press } = await results(
    found('xyz bike', { fewer: ['bike'], nearest: [{ id: 'frame', title: 'Frame size' }] }),
  );
  expect(field.getAttribute('aria-expanded')).toBe('false');
  expect(field.hasAttribute('aria-activedescendant')).toBe(false);
  press('Enter');
  press('ArrowDown');
  fireEvent.click(await screen.findByRole('button', { name: 'bike' }));
  expect(client.search).toHaveBeenLastCalledWith('bike');
  fireEvent.click(screen.getByRole('button', { name: 'Frame size' }));
  expect(navigation.$view.get()).toMatchObject({ id: 'frame' });
  fireEvent.click(screen.getByRole('button', { name: 'Ask it' }));
  expect(client.ask).toHaveBeenCalledWith('xyz bike');
  fireEvent.click(screen.getByRole('button', { name: 'Talk to a person' }));
  expect(client.requestHuman).toHaveBeenCalled();
});

test('a correction is said; a failure can be tried again', async () => {
  const { client } = await results(found('refnd', { corrected: 'refund', hits: [hit('refunds')] }));
  expect(document.querySelector('.corrected')?.textContent).toBe('Results for refund');
  await act(() => client.$search.set({ query: 'refund', state: 'failed', result: null }));
  expect(screen.getByRole('alert').textContent).toContain('could not be loaded');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(client.search).toHaveBeenLastCalledWith('refund');
});

test('results without some articles: the line says so once, and trying again keeps the place', async () => {
  const lost = ['https://shop.example/help/en/terms/3.bin answered 404.'];
  const { client, field, press } = await results(
    found('re', { hits: [hit('returns'), hit('refunds')], missing: lost }),
  );
  const status = screen.getByRole('status');
  expect(status.textContent).toContain('Some articles could not be loaded.');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getAllByRole('option')).toHaveLength(2);
  press('ArrowDown');
  const line = status.firstElementChild;
  await act(() => client.$search.set(found('ref', { hits: [hit('returns'), hit('refunds')], missing: lost })));
  expect(screen.getByRole('status').firstElementChild).toBe(line);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(client.search).toHaveBeenLastCalledWith('ref');
  expect(document.activeElement).toBe(field);
  await act(() => client.$search.set(found('ref', { hits: [hit('first'), hit('returns'), hit('refunds')] })));
  expect(screen.getByRole('status').textContent).toBe('');
  expect(chosen()).toBe(2);
});

test('until the next answer is there, the last one stays', async () => {
  const { client } = await results(two);
  await act(() => client.$search.set({ ...two, query: 'xyz', state: 'searching' }));
  expect(screen.getAllByRole('option')).toHaveLength(3);
  expect(screen.getByRole('listbox').getAttribute('aria-busy')).toBe('true');
  await act(() => client.$search.set(found('xyz')));
  const nothing = await screen.findByRole('heading', { name: 'Nothing on that yet' });
  await act(() => client.$search.set({ ...found('xyz'), query: 'xyzz', state: 'searching' }));
  expect(screen.getByRole('heading', { name: 'Nothing on that yet' })).toBe(nothing);
});

test('Enter before the answer opens the first of it, unless somebody types on', async () => {
  const { client, field, navigation, press } = await results(two);
  const searching = (query: string) => act(() => client.$search.set({ ...two, query, state: 'searching' }));
  await searching('ref');
  press('Enter');
  expect(navigation.$view.get()).toEqual({ name: 'home' });
  fireEvent.input(field, { target: { value: 'refu' } });
  await act(() => client.$search.set(found('refu', { hits: [hit('refunds')] })));
  expect(navigation.$view.get()).toEqual({ name: 'home' });
  await searching('refun');
  press('Enter');
  await act(() => client.$search.set(found('refun', { hits: [hit('refunds')] })));
  expect(navigation.$view.get()).toMatchObject({ name: 'article', id: 'refunds' });
});

test('a first search says that it searches', async () => {
  const { client } = await results({ query: 're', state: 'searching', result: null });
  screen.getByText('Searching');
  await act(() => client.$search.set(two));
  expect(screen.queryByText('Searching')).toBeNull();
});
