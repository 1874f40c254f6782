import { HandrailError } from '@handrail/core';
import { afterEach, beforeAll, expect, expectTypeOf, test, vi } from 'vitest';
import { defineHandrailWidget, type HandrailWidgetElement } from './index.js';

const hosts = () => [...document.querySelectorAll('handrail-host')];
const launcher = () => hosts()[0]?.shadowRoot?.querySelector('button');
const settled = () => Promise.resolve();
const accent = () => (hosts()[0] as HTMLElement).style.getPropertyValue('--hr-accent');

function add(html: string): HandrailWidgetElement {
  document.body.innerHTML = html;
  return document.body.querySelector('handrail-widget') as HandrailWidgetElement;
}

beforeAll(() => defineHandrailWidget());

afterEach(async () => {
  document.body.innerHTML = '';
  await settled();
});

const shop = '<handrail-widget server="https://help.example" site="shop" name="Shop"></handrail-widget>';

test('in the page: one launcher, at once; out of it: none', async () => {
  const element = add(shop);
  expectTypeOf(document.createElement('handrail-widget')).toEqualTypeOf<HandrailWidgetElement>();
  expect(hosts()).toHaveLength(1);
  expect(element.widget?.open).toBeTypeOf('function');
  element.remove();
  await settled();
  expect(hosts()).toHaveLength(0);
  expect(element.widget).toBeNull();
});

test('an element that moves keeps its widget; one that comes back later has another', async () => {
  const element = add(shop);
  const { widget } = element;
  const [host] = hosts();
  document.body.append(Object.assign(document.createElement('main')));
  document.querySelector('main')?.append(element);
  await settled();
  expect(element.widget).toBe(widget);
  expect(hosts()).toEqual([host]);
  element.remove();
  await settled();
  document.body.append(element);
  expect(hosts()).toHaveLength(1);
  expect(element.widget).not.toBe(widget);
});

test('`hidden` changes the widget that is there', async () => {
  const element = add(shop);
  const { widget } = element;
  element.hidden = true;
  await settled();
  expect(launcher()?.hidden).toBe(true);
  element.hidden = false;
  await settled();
  expect(launcher()?.hidden).toBe(false);
  expect(element.widget).toBe(widget);
});

test('language and theme reach the widget that is there', async () => {
  const element = add(shop);
  const widget = element.widget as NonNullable<typeof element.widget>;
  const update = vi.spyOn(widget, 'update').mockResolvedValue();
  element.setAttribute('locale', 'de');
  element.setAttribute('theme', 'dark');
  await settled();
  element.setAttribute('theme', 'purple');
  await settled();
  expect(update.mock.calls).toEqual([[{ locale: 'de', theme: 'dark' }], [{ theme: 'auto' }]]);
});

test('another place or setting is another widget, once for all that changes together', async () => {
  const element = add(shop);
  const [first] = hosts();
  const made: unknown[] = [];
  new MutationObserver(records => made.push(...records.flatMap(({ addedNodes }) => [...addedNodes]))).observe(
    document.body,
    { childList: true },
  );
  element.setAttribute('server', 'https://other.example');
  element.setAttribute('site', 'other');
  element.setAttribute('accent', '#aa0000');
  await settled();
  await settled();
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]).not.toBe(first);
  expect(made).toHaveLength(1);
  expect(accent()).toBe('#aa0000');
  const [second] = hosts();
  element.config = { accent: '#00aa00' };
  await vi.waitFor(() => expect(accent()).toBe('#00aa00'));
  expect(hosts()).toEqual([second]);
});

test('attributes that are not enough are an error of the page, until they are', async () => {
  const errors: unknown[] = [];
  const hear = (event: ErrorEvent) => {
    event.preventDefault();
    errors.push(event.error);
  };
  window.addEventListener('error', hear);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const element = add('<handrail-widget site="shop"></handrail-widget>');
  await settled();
  expect(errors).toEqual([expect.any(HandrailError)]);
  expect(errors[0]).toMatchObject({
    code: 'bad_request',
    message: '<handrail-widget>: expected the attributes server and site, or knowledge; got site.',
  });
  expect(element.widget).toBeNull();
  element.setAttribute('server', 'https://help.example');
  await settled();
  expect(hosts()).toHaveLength(1);
  window.removeEventListener('error', hear);
  vi.restoreAllMocks();
});

test('settings given before the definition count', async () => {
  document.body.innerHTML = '<late-help server="https://help.example" site="shop" accent="#aa0000"></late-help>';
  const element = document.querySelector('late-help') as HandrailWidgetElement;
  element.config = { accent: '#00aa00' };
  defineHandrailWidget('late-help');
  expect(accent()).toBe('#00aa00');
  element.config = {};
  await vi.waitFor(() => expect(accent()).toBe('#aa0000'));
});

test('a second definition and another name are fine', () => {
  defineHandrailWidget();
  defineHandrailWidget('my-help');
  document.body.innerHTML = '<my-help knowledge="/help/"></my-help>';
  expect(hosts()).toHaveLength(1);
});
