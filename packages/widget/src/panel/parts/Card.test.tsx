import { fireEvent, screen, within } from '@testing-library/preact';
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
  expect(region.getByRole('heading', { level: 2 }).textContent).toBe('Order NB-204815');
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

const picture = { src: 'https://pictures.example/city.jpg', alt: 'A blue bike', width: 640, height: 400 };
const shown = (more: Partial<typeof picture> = {}) =>
  renderIn(() => <Card card={{ title: 'City', facts: [], picture: { ...picture, ...more } }} />);

test('a picture has its place before it is there, and is fetched when it is needed, without saying for whom', () => {
  shown();
  const image = screen.getByRole<HTMLImageElement>('img', { name: 'A blue bike' });
  const attributes = ['src', 'width', 'height', 'loading', 'referrerpolicy'].map(name => image.getAttribute(name));
  expect(attributes).toEqual([picture.src, '640', '400', 'lazy', 'no-referrer']);
});

test('one that cannot be loaded leaves its words; without words it leaves nothing', () => {
  const { unmount } = shown();
  fireEvent.error(screen.getByRole('img'));
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.getByText('A blue bike')).toBeTruthy();
  unmount();
  const { container } = shown({ alt: '' });
  fireEvent.error(container.querySelector('img') as HTMLImageElement);
  expect(container.querySelector('section')?.children).toHaveLength(1);
});

test.each(['javascript:alert(1)', 'data:image/svg+xml,<svg>', 'http://a.example/x.png', '/x.png', '//a.example/x.png'])(
  'a picture is https or its words: %s',
  src => {
    const { container } = shown({ src });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('A blue bike')).toBeTruthy();
  },
);
