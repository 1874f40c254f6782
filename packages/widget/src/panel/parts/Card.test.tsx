import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { renderIn } from '../../../test/renderIn.js';
import { Card } from './Card.js';

const facts = [
  { label: 'Expected', value: '2026-12-01' },
  { label: 'Carrier', value: '<b>DHL</b>' },
];
const card = (href?: string) => (
  <Card card={{ title: 'Order NB-204815', facts, ...(href ? { link: { label: 'Open', href } } : {}) }} />
);

test('a card names itself, its facts in pairs, as text', () => {
  renderIn(() => card());
  const region = within(screen.getByRole('region', { name: 'Order NB-204815' }));
  expect(region.getByRole('heading', { level: 3 }).textContent).toBe('Order NB-204815');
  expect(region.getAllByRole('term').map(term => term.textContent)).toEqual(['Expected', 'Carrier']);
  expect(region.getAllByRole('definition').map(value => value.textContent)).toEqual(['2026-12-01', '<b>DHL</b>']);
  expect(region.queryByRole('link')).toBeNull();
});

test('its link opens elsewhere and gives nothing away; one that runs something is none', () => {
  renderIn(() => card('https://shop.example/label'));
  const link = screen.getByRole('link', { name: 'Open' });
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['https://shop.example/label', '_blank']);
  expect(link.getAttribute('rel')).toContain('noopener');
});

test('an address that may not be linked to leaves the facts alone', () => {
  renderIn(() => card('javascript:alert(1)'));
  expect(screen.queryByRole('link')).toBeNull();
});
