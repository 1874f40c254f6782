import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { renderIn } from '../../../test/renderIn.js';
import { Cards } from './Cards.js';

const card = (title: string) => ({
  title,
  facts: [{ label: 'Price', value: '<b>900</b>' }],
  buttons: [
    { label: 'Take it', value: title, says: `${title} – Take it` },
    { label: 'Look', href: `https://shop.example/${title}` },
  ],
});
const items = ['City', 'Trail', 'Cargo'].map(card);
const cards = (layout: 'list' | 'carousel', open = true, shown = items) =>
  renderIn(() => <Cards cards={{ layout, items: shown }} question="Which bike?" open={open} />);

const arrow = (name: string) => screen.getByRole('button', { name });
const status = () => screen.getByRole('status').textContent;

test('a list has each card with its own buttons, named by card; a choice says both', () => {
  const { client } = cards('list');
  const list = within(screen.getByRole('list', { name: 'Which bike?' }));
  expect(list.getAllByRole('region').map(one => one.getAttribute('aria-label'))).toEqual(['City', 'Trail', 'Cargo']);
  expect(list.getAllByText('<b>900</b>')).toHaveLength(3);
  expect(list.getByRole('link', { name: 'Trail – Look' }).getAttribute('href')).toBe('https://shop.example/Trail');
  fireEvent.click(list.getByRole('button', { name: 'Trail – Take it' }));
  expect(client.choose).toHaveBeenCalledExactlyOnceWith('Trail', 'Trail – Take it');
});

test('once something else was said, links stay and choices are gone', () => {
  cards('list', false);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getAllByRole('link')).toHaveLength(3);
});

test('a link that runs something is none', () => {
  const bad = { title: 'City', facts: [], buttons: [{ label: 'Look', href: 'javascript:alert(1)' }] };
  cards('list', true, [bad as never]);
  expect(screen.queryByRole('link')).toBeNull();
});

test('a row says where one is; its arrows lead from end to end, and keep the focus there', () => {
  cards('carousel');
  expect(screen.getByRole('group', { name: 'Which bike?' })).toBeTruthy();
  expect(screen.getAllByRole('listitem').map(one => one.firstElementChild?.textContent)).toEqual([
    '1 of 3',
    '2 of 3',
    '3 of 3',
  ]);
  expect([status(), arrow('Previous card').getAttribute('aria-disabled')]).toEqual(['1 of 3', 'true']);
  fireEvent.click(arrow('Next card'));
  fireEvent.click(arrow('Next card'));
  arrow('Next card').focus();
  fireEvent.click(arrow('Next card'));
  expect([status(), arrow('Next card').getAttribute('aria-disabled')]).toEqual(['3 of 3', 'true']);
  expect(document.activeElement).toBe(arrow('Next card'));
  fireEvent.click(arrow('Previous card'));
  expect(status()).toBe('2 of 3');
});

test('what is passed on the way to a card is not announced; what the customer scrolls to is', () => {
  cards('carousel');
  const row = screen.getByRole('list');
  const places = (front: number) =>
    [...row.children].forEach((one, at) => {
      one.getBoundingClientRect = () => ({ left: (at - front) * 300, right: (at - front) * 300 + 280 }) as DOMRect;
    });
  places(0);
  fireEvent.click(arrow('Next card'));
  fireEvent.click(arrow('Next card'));
  places(1);
  fireEvent.scroll(row);
  expect(status()).toBe('3 of 3');
  places(2);
  fireEvent.scroll(row);
  places(1);
  fireEvent.scroll(row);
  expect(status()).toBe('2 of 3');
});

test('a row nothing in which can be reached by Tab is a stop itself', () => {
  cards('carousel');
  expect(screen.getByRole('list').hasAttribute('tabindex')).toBe(false);
  const bare = items.map(({ title, facts }) => ({ title, facts, buttons: [] }));
  cards('carousel', true, bare);
  expect(screen.getAllByRole('list').at(-1)?.getAttribute('tabindex')).toBe('0');
});

test('one card makes no row', () => {
  cards('carousel', true, items.slice(0, 1));
  expect(screen.queryByRole('status')).toBeNull();
  expect(screen.getAllByRole('region')).toHaveLength(1);
});

test('two cards of the same title are two', () => {
  cards('list', true, [card('City'), { ...card('City'), facts: [] }]);
  expect(screen.getAllByRole('region', { name: 'City' })).toHaveLength(2);
});
