import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFocus } from './keepFocus.js';

let panel: HTMLElement;
let stop: () => void;
const soon = () => new Promise(resolve => setTimeout(resolve));
const button = (name: string) => panel.querySelector(`[name=${name}]`) as HTMLButtonElement;

beforeEach(() => {
  document.body.innerHTML =
    '<input><section tabindex="-1"><p><button name="a">a</button></p><button name="b">b</button></section>';
  panel = document.querySelector('section') as HTMLElement;
  stop = keepFocus(panel, false);
});
afterEach(() => stop());

test('a button that goes away leaves the focus to the panel', async () => {
  button('a').focus();
  panel.querySelector('p')?.remove();
  await soon();
  expect(document.activeElement).toBe(panel);
});

test('a button that is switched off leaves the focus to the panel', async () => {
  button('a').focus();
  button('a').disabled = true;
  await soon();
  expect(document.activeElement).toBe(panel);
});

test('where one can write, the composer gets the focus; on phones, where a keyboard would come up, the panel', async () => {
  panel.append(Object.assign(document.createElement('textarea'), { name: 'composer' }));
  panel.querySelector('textarea')?.setAttribute('data-composer', '');
  button('a').focus();
  button('a').remove();
  await soon();
  expect(document.activeElement).toBe(button('composer'));
  stop();
  stop = keepFocus(panel, true);
  button('b').focus();
  button('b').disabled = true;
  await soon();
  expect(document.activeElement).toBe(panel);
});

test('somebody who went back to the page is left alone', async () => {
  button('a').focus();
  button('a').blur();
  await soon();
  button('a').remove();
  await soon();
  expect(document.activeElement).toBe(document.body);
  button('b').focus();
  (document.querySelector('input') as HTMLElement).focus();
  button('b').remove();
  await soon();
  expect(document.activeElement?.tagName).toBe('INPUT');
});

test('what goes away elsewhere changes nothing, and nothing happens after the end', async () => {
  button('a').focus();
  button('b').remove();
  await soon();
  expect(document.activeElement).toBe(button('a'));
  stop();
  button('a').remove();
  await soon();
  expect(document.activeElement).toBe(document.body);
});
