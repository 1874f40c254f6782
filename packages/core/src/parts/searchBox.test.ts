import { expect, test, vi } from 'vitest';
import { createStores, type SearchState } from '../stores.js';
import { createSearchBox, type HitTarget } from './searchBox.js';

const hit = (id: string, sections: string[] = []) => ({
  id,
  section: sections[0] ?? null,
  score: 1,
  confidence: 0.9,
  marks: [],
  title: id,
  titleMarks: [],
  sectionTitle: null,
  snippet: { text: '', marks: [] },
  sections: sections.map(section => ({ id: section, title: section, titleMarks: [] })),
});
const found = (query: string, hits: ReturnType<typeof hit>[]): SearchState => ({
  query,
  state: 'done',
  result: { query, corrected: null, hits, fewer: [], nearest: [], missing: [] },
});
const two = found('re', [hit('returns', ['how', 'cost']), hit('refunds')]);

function box(search = two, escapes?: boolean) {
  const { $search } = createStores('en');
  $search.set(search);
  const opened: HitTarget[] = [];
  const client = { $search, search: vi.fn(() => new Promise<never>(() => {})), clearSearch: vi.fn() };
  const open = (target: HitTarget) => opened.push(target);
  const made = createSearchBox(client, { id: 'results', open, ...(escapes === undefined ? {} : { escapes }) });
  const view = () => made.view($search.get(), made.$chosen.get());
  return { ...made, now: view, client, opened, press: (key: string, more = {}) => made.keyDown({ key, ...more }) };
}

test('attributes of field, list and options', () => {
  const { now } = box();
  const { targets, input, list, option, expanded, nothing } = now();
  const [first, second] = targets as [HitTarget, HitTarget];
  expect(input).toEqual({
    role: 'combobox',
    'aria-expanded': true,
    'aria-controls': 'results',
    'aria-autocomplete': 'list',
    'aria-activedescendant': 'results-returns-0',
  });
  expect(list).toEqual({ id: 'results', role: 'listbox', 'aria-busy': false });
  expect(option(first)).toEqual({ id: 'results-returns-0', role: 'option', 'aria-selected': true });
  expect(option(second)).toEqual({ id: 'results-returns-1', role: 'option', 'aria-selected': false });
  expect([expanded, nothing]).toEqual([true, false]);
});

test('arrows move around the ends; Enter opens; other keys are the field’s', () => {
  const { now, press, opened } = box();
  expect(press('ArrowUp')).toBe(true);
  expect(now().active?.article).toBe('refunds');
  press('ArrowDown');
  press('ArrowDown');
  expect(press('Enter')).toBe(true);
  expect(opened).toEqual([{ key: 'results-returns-1', article: 'returns', section: 'cost' }]);
  expect(['ArrowLeft', 'Home', 'Tab', 'x'].map(key => press(key))).toEqual([false, false, false, false]);
});

test('keys of an input method move and open nothing', () => {
  const { now, press, opened } = box();
  expect([press('ArrowDown', { isComposing: true }), press('Enter', { keyCode: 229 })]).toEqual([false, false]);
  expect([now().active?.key, opened]).toEqual(['results-returns-0', []]);
});

test('Escape empties the field; an empty one, or one inside something else, leaves it to what is around', () => {
  const { press, client } = box();
  expect(press('Escape')).toBe(true);
  expect(client.clearSearch).toHaveBeenCalledTimes(1);
  expect(box({ query: '', state: 'idle', result: null }).press('Escape')).toBe(false);
  expect(box(two, false).press('Escape')).toBe(false);
});

test('the option stays chosen while the list changes around it, until somebody types', () => {
  const { now, press, client, input } = box();
  press('ArrowUp');
  client.$search.set(found('ref', [hit('first'), hit('refunds')]));
  expect(now().active?.article).toBe('refunds');
  input('refu');
  expect([now().active?.article, client.search.mock.calls]).toEqual(['first', [['refu']]]);
});

test('Enter before the answer opens its first result, unless somebody types on', () => {
  const { press, client, input, changed, opened } = box();
  const searching = () => client.$search.set({ ...two, query: 'x', state: 'searching' });
  const answered = () => client.$search.set(found('x', [hit('refunds')]));
  for (const typesOn of [true, false]) {
    searching();
    changed();
    press('Enter');
    if (typesOn) input('xy');
    answered();
    changed();
  }
  expect(opened.map(({ article }) => article)).toEqual(['refunds']);
});

test('nothing found: no list, nothing to open, and it says so', () => {
  const { now, press } = box(found('xyz', []));
  const { nothing, expanded, active, input } = now();
  expect([nothing, expanded, active, input['aria-expanded']]).toEqual([true, false, undefined, false]);
  expect('aria-activedescendant' in input).toBe(false);
  expect([press('Enter'), press('ArrowDown')]).toEqual([false, true]);
});
