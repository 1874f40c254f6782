import { afterEach, expect, test, vi } from 'vitest';
import { createWidget } from './createWidget.js';
import { keepWidget } from './keepWidget.js';
import type { Widget } from './widget.js';
import type { WidgetOptions } from './widgetOptions.js';

const made: { options: WidgetOptions; calls: string[] }[] = [];

vi.mock('./createWidget.js', () => ({
  createWidget: vi.fn((options: WidgetOptions) => {
    const calls: string[] = [];
    made.push({ options, calls });
    const note =
      (name: string) =>
      async (...given: unknown[]) =>
        void calls.push([name, ...given.map(each => JSON.stringify(each))].join(' '));
    return Object.fromEntries(
      ['update', 'show', 'hide', 'destroy'].map(name => [name, note(name)]),
    ) as unknown as Widget;
  }),
}));

afterEach(() => {
  made.length = 0;
  vi.mocked(createWidget).mockClear();
});

const options = () => ({ server: 'https://help.example', site: 'shop', config: { name: 'Shop' } });

test('equal options, made anew each time, change nothing', () => {
  const kept = keepWidget(options());
  const first = kept.widget;
  kept.update(options());
  expect(kept.widget).toBe(first);
  expect(made.map(each => each.calls)).toEqual([[]]);
});

test('language, theme and visibility change the widget that is there', () => {
  const kept = keepWidget({ ...options(), locale: 'en' });
  kept.update({ ...options(), locale: 'de' });
  kept.update({ ...options(), locale: 'de', theme: 'dark' });
  kept.update({ ...options(), locale: 'de', theme: 'dark', hidden: true });
  kept.update({ ...options(), locale: 'de' });
  expect(made.map(each => each.calls)).toEqual([
    ['update {"locale":"de"}', 'update {"theme":"dark"}', 'hide', 'show', 'update {"theme":"auto"}'],
  ]);
});

test('the theme of the settings counts as one', () => {
  const kept = keepWidget(options());
  kept.update({ ...options(), config: { name: 'Shop', theme: 'dark' } });
  kept.update({ ...options(), config: { name: 'Shop', theme: 'dark' }, theme: 'light' });
  expect(made.map(each => each.calls)).toEqual([['update {"theme":"dark"}', 'update {"theme":"light"}']]);
});

test('name, colour, corner and own words change the widget that is there', () => {
  const kept = keepWidget({ ...options(), config: { name: 'Shop', launcher: { side: 'start' } } });
  const config = { name: 'The shop', accent: '#aa0000', launcher: { side: 'end', zIndex: 5 } } as const;
  kept.update({ ...options(), config, texts: { close: 'Away' } });
  expect(made.map(each => each.calls)).toEqual([
    ['update {"texts":{"close":"Away"},"name":"The shop","accent":"#aa0000","launcher":{"side":"end","zIndex":5}}'],
  ]);
});

test.each([
  ['a colour', { name: 'Shop', launcher: { side: 'start', zIndex: 5 } }],
  ['the corner', { name: 'Shop', accent: '#aa0000', launcher: { zIndex: 5 } }],
  ['the launcher', { name: 'Shop', accent: '#aa0000' }],
] as const)('%s that is taken away begins another', (_, config) => {
  const all = { name: 'Shop', accent: '#aa0000', launcher: { side: 'start', zIndex: 5 } } as const;
  const kept = keepWidget({ ...options(), config: all });
  kept.update({ ...options(), config });
  expect(made.map(each => each.calls)).toEqual([['destroy'], []]);
});

test('anything else ends the widget and begins another', () => {
  const kept = keepWidget(options());
  kept.update({ ...options(), site: 'other', theme: 'dark', hidden: true });
  kept.update({ ...options(), site: 'other', config: { name: 'Shop', popular: ['a'] } });
  expect(made.map(each => each.calls)).toEqual([['destroy'], ['hide', 'destroy'], []]);
  expect(made.map(each => each.options.site)).toEqual(['shop', 'other', 'other']);
  expect(made[1]?.options.config.theme).toBe('dark');
  expect(made[2]?.options.config.popular).toEqual(['a']);
});

test('settings may be changed in place', () => {
  const config: { name: string; popular?: string[]; theme?: 'dark' } = { name: 'Shop' };
  const kept = keepWidget({ ...options(), config });
  config.theme = 'dark';
  kept.update({ ...options(), config });
  config.popular = ['a'];
  kept.update({ ...options(), config });
  expect(made.map(each => each.calls)).toEqual([['update {"theme":"dark"}', 'destroy'], []]);
});

test('a contact form goes to the newest function', () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const kept = keepWidget({ ...options(), contact: first });
  kept.update({ ...options(), contact: second });
  made[0]?.options.contact?.({ email: 'a@b.c', text: 'hello' }, '');
  expect(made).toHaveLength(1);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledWith({ email: 'a@b.c', text: 'hello' }, '');
});

test('a panel that cannot be fetched is no unhandled rejection', async () => {
  const kept = keepWidget(options());
  kept.widget.update = () => Promise.reject(new Error('offline'));
  kept.update({ ...options(), theme: 'dark' });
  await Promise.resolve();
  kept.destroy();
  expect(made[0]?.calls).toEqual(['destroy']);
});
