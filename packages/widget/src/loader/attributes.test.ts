import { afterEach, expect, test, vi } from 'vitest';
import { listenToAttributes } from './attributes.js';

const call = vi.fn();
const stop = listenToAttributes(call);
afterEach(() => {
  call.mockClear();
  document.body.replaceChildren();
});

/** Clicks what stands inside; answers whether the page's own action went on. */
function click(markup: string): boolean {
  document.body.innerHTML = markup;
  const inside = document.querySelector('i') ?? document.body.firstElementChild;
  return inside?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })) ?? true;
}

test.each([
  ['<button data-handrail-open><i></i></button>', ['open', undefined]],
  ['<button data-handrail-open="chat">Chat</button>', ['open', 'chat']],
  ['<a href="/help/returns" data-handrail-article="returns"><b><i></i></b></a>', ['openArticle', 'returns']],
  ['<button data-handrail-search="battery range"></button>', ['search', 'battery range']],
  ['<button data-handrail-ask="Where is my order?"></button>', ['ask', 'Where is my order?']],
])('%s', (markup, expected) => {
  expect(click(markup)).toBe(false);
  expect(call.mock.calls).toEqual([expected]);
});

test('a click with a key held is the browser’s', () => {
  document.body.innerHTML = '<a href="#there" data-handrail-article="returns"></a>';
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
  expect(document.querySelector('a')?.dispatchEvent(click)).toBe(true);
  document.dispatchEvent(new MouseEvent('click'));
  expect(call).not.toHaveBeenCalled();
});

test('other elements are left alone, and all of them after the end', () => {
  expect(click('<a href="#here"><i></i></a>')).toBe(true);
  stop();
  expect(click('<button data-handrail-open></button>')).toBe(true);
  expect(call).not.toHaveBeenCalled();
});
