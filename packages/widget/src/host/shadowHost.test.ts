import '../../test/styleSheets.js';
import { afterEach, expect, test } from 'vitest';
import { createShadowHost } from './shadowHost.js';

const hosts = () => document.querySelectorAll('handrail-host').length;
const callbacks = () => new Promise(resolve => setTimeout(resolve));
let host: ReturnType<typeof createShadowHost>;

function attached(): HTMLElement {
  host = createShadowHost(document);
  host.attach();
  return host.element;
}
afterEach(() => host.remove());

test.each([
  ['what is in the body', () => document.body.replaceChildren(document.createElement('main'))],
  ['the body', () => document.documentElement.replaceChild(document.createElement('body'), document.body)],
])('a router that replaces %s does not lose the element, however often', async (_, replace) => {
  const element = attached();
  for (let page = 0; page < 3; page += 1) {
    replace();
    expect(hosts()).toBe(0);
    await callbacks();
    expect(element.parentNode).toBe(document.body);
  }
});

test('a page without a body for a moment', async () => {
  const element = attached();
  document.body.remove();
  await callbacks();
  document.documentElement.append(document.createElement('body'));
  await callbacks();
  expect(element.parentNode).toBe(document.body);
});

test('an element that was taken away stays away', async () => {
  attached();
  host.remove();
  document.body.replaceChildren();
  await callbacks();
  expect(hosts()).toBe(0);
});
