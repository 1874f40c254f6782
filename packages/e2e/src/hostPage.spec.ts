import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from './openBrowser.js';
import { openPanel, panelOf } from './panel.js';
import { type RunningServer, startServer } from './startServer.js';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

const CONTENT = `<h1 id="top">Bikes</h1><p>Some <em>words</em> and a <a href="#top">link</a>.</p>
<table><tr><th>A</th><td>1</td></tr></table><ul><li>one</li></ul><form><label>Name <input value="x"></label>
<select><option>a</option></select><textarea>t</textarea><button type="button">Buy</button></form>
<aside hidden>closed</aside><section class="panel mine bubble"><div class="body">own classes of the page</div></section>
<div style="height:1500px"></div>`;

/** A page of the site without the widget; its styles are the test's. */
async function plainPage(page: Page, css: string, attributes = ''): Promise<void> {
  const address = `${server.origin}/a-page-of-the-test`;
  await page.route(address, route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en" ${attributes}><head><title>Bikes</title><style>${css}</style></head><body>${CONTENT}</body></html>`,
    }),
  );
  await page.goto(address);
}

const addWidget = (page: Page) => page.addScriptTag({ url: `${server.origin}/w/demo.js` });
const call = (page: Page, method: string) =>
  page.evaluate(name => (window as unknown as { Handrail: (method: string) => unknown }).Handrail(name), method);

/** Every computed property of every element of the page, and its inline style and size. */
function styles(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, body *:not(handrail-host, script)')].map(element => {
      const computed = getComputedStyle(element);
      const all = Array.from(computed, name => `${name}:${computed.getPropertyValue(name)}`);
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${element.getAttribute('style')} ${[x, y, width, height]} ${all.join(';')}`;
    }),
  );
}

/** What a page could notice of itself. */
function state(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    scrollY,
    title: document.title,
    focus: document.activeElement?.tagName,
    history: history.length,
    address: location.href,
    onmessage: window.onmessage,
    children: [...document.body.children].filter(({ tagName }) => tagName !== 'SCRIPT').length,
  }));
}

/** Style sheets of others as they are published; without the maps they name, which nobody serves here. */
const published = (path: string) =>
  readFileSync(createRequire(import.meta.url).resolve(path), 'utf8').replace(/\/\*# source.*?\*\//g, '');

const PAGES: [string, string, string][] = [
  ['a plain page', 'body{font:16px/1.5 serif}', ''],
  ['a page that resets everything with !important', '*{all:unset!important}', ''],
  ['a page at 62.5 %', 'html{font-size:62.5%}*,*::before{box-sizing:border-box;margin:0}', ''],
  ['a page on Bootstrap', published('bootstrap/dist/css/bootstrap.min.css'), ''],
  ['a page on Tailwind’s preflight', published('tailwindcss/preflight.css'), ''],
  ['a right-to-left page', 'body{font:16px serif}', 'dir="rtl"'],
];

test.each(PAGES)('%s is the same before, while and after', async (_, css, attributes) => {
  const { page, problems, context } = await openPage(browser);
  await plainPage(page, css, attributes);
  await page.evaluate(() => scrollTo(0, 120));
  const before = { styles: await styles(page), state: await state(page) };
  await addWidget(page);
  await page.locator('button.launcher').waitFor();
  expect(await styles(page)).toEqual(before.styles);
  await page.locator('button.launcher').click();
  await panelOf(page).waitFor();
  expect(await styles(page)).toEqual(before.styles);
  await call(page, 'close');
  await call(page, 'destroy');
  expect(await styles(page)).toEqual(before.styles);
  expect(await state(page)).toEqual(before.state);
  expect(await page.locator('handrail-host').count()).toBe(0);
  // Late commands neither bring it back nor fail loudly.
  await page.evaluate(() => void (window as unknown as { Handrail: (method: string) => unknown }).Handrail('open'));
  await page.waitForTimeout(50);
  expect(await page.locator('handrail-host').count()).toBe(0);
  expect(problems.filter(problem => !problem.includes('destroyed'))).toEqual([]);
  await context.close();
});

test.each([
  ['wide', 1280, 860],
  ['a phone', 320, 640],
])('closed, %s: only the launcher takes pointers', async (_, width, height) => {
  const { page, context } = await openPage(browser, { viewport: { width, height } });
  await plainPage(page, 'body{font:16px serif}');
  await addWidget(page);
  const launcher = page.locator('button.launcher');
  await launcher.waitFor();
  const taken = () =>
    page.evaluate(() => {
      const points: [number, number][] = [];
      for (let x = 2; x < innerWidth; x += 6)
        for (let y = 2; y < innerHeight; y += 6)
          if (document.elementFromPoint(x, y)?.tagName === 'HANDRAIL-HOST') points.push([x, y]);
      return points;
    });
  const box = await launcher.boundingBox();
  if (!box) throw new Error('the launcher has no box');
  const outside = (points: [number, number][]) =>
    points.filter(([x, y]) => x < box.x || x > box.x + box.width || y < box.y || y > box.y + box.height);
  const never = await taken();
  expect(never.length).toBeGreaterThan(20);
  expect(outside(never)).toEqual([]);
  await openPanel(page);
  await page.keyboard.press('Escape');
  await panelOf(page).waitFor({ state: 'hidden' });
  await expect.poll(async () => outside(await taken())).toEqual([]);
  await call(page, 'hide');
  expect(await taken()).toEqual([]);
  await context.close();
});

test('the page’s font size and resets do not reach the panel', async () => {
  const measure = async (css: string) => {
    const { page, context } = await openPage(browser);
    await plainPage(page, css);
    await addWidget(page);
    const panel = await openPanel(page);
    await panel.getByRole('textbox').waitFor();
    // Both lists of the home view: those for the page, and what is popular.
    await panel.locator('section').nth(1).waitFor();
    await page.waitForTimeout(250);
    const sizes = await panel.evaluate(element =>
      [element, ...element.querySelectorAll('*')].map(one => {
        const { fontSize, fontFamily, color, display } = getComputedStyle(one);
        const { width, height } = one.getBoundingClientRect();
        return `${one.tagName}.${one.getAttribute('class')} ${[fontSize, fontFamily, color, display]} ${Math.round(width)}x${Math.round(height)}`;
      }),
    );
    await context.close();
    return sizes;
  };
  const plain = await measure('');
  expect(await measure('html{font-size:62.5%}')).toEqual(plain);
  expect(await measure('*{all:unset!important}')).toEqual(plain);
  expect(await measure(published('bootstrap/dist/css/bootstrap.min.css'))).toEqual(plain);
  expect(await measure(published('tailwindcss/preflight.css'))).toEqual(plain);
  expect(await measure('body{direction:ltr;letter-spacing:9px;text-transform:uppercase;visibility:hidden}')).toEqual(
    plain,
  );
});

/** What still listens, ticks or is connected; begins before the page's own scripts. */
function countTraces(): void {
  const live = new Map<object, Set<string>>();
  const names = new WeakMap<object, number>();
  let named = 0;
  const add = (target: object, key: string) => live.set(target, (live.get(target) ?? new Set()).add(key));
  const nameOf = (type: string, listener: object, options?: boolean | EventListenerOptions) => {
    if (!names.has(listener)) names.set(listener, named++);
    return `${type} ${names.get(listener)} ${typeof options === 'object' ? !!options.capture : !!options}`;
  };
  const { addEventListener: listen, removeEventListener: unlisten } = EventTarget.prototype;
  // What a node hears goes with the node; these stay with the page.
  const stays = (target: object) => !(target instanceof Node) || document.contains(target);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    listen.call(this, type, listener, options);
    const target = this ?? window;
    if (!listener || !stays(target)) return;
    const key = nameOf(type, listener, options);
    add(target, key);
    if (typeof options !== 'object') return;
    const gone = () => live.get(target)?.delete(key);
    if (options.once) listen.call(target, type, gone, { once: true });
    if (options.signal) listen.call(options.signal, 'abort', gone);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    unlisten.call(this, type, listener, options);
    if (listener) live.get(this ?? window)?.delete(nameOf(type, listener, options));
  };
  const ticking = new Set<unknown>();
  const { setInterval: tick, clearInterval: untick } = window;
  window.setInterval = ((...args: Parameters<typeof tick>) => {
    const id = tick(...args);
    ticking.add(id);
    return id;
  }) as typeof setInterval;
  window.clearInterval = id => {
    ticking.delete(id);
    untick(id);
  };
  const channels = new Set<BroadcastChannel>();
  const sockets = new Set<WebSocket>();
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.add(this);
    }
    override close() {
      channels.delete(this);
      super.close();
    }
  };
  window.WebSocket = class extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      sockets.add(this);
    }
  };
  (window as unknown as { traces: () => object }).traces = () => ({
    listeners: [window, document, document.documentElement, document.body, window.visualViewport ?? window, history]
      .flatMap(target => [...(live.get(target) ?? [])].map(key => key.split(' ')[0]))
      .sort(),
    media: [...live].filter(([target, keys]) => target instanceof MediaQueryList && keys.size > 0).length,
    timers: ticking.size,
    channels: channels.size,
    sockets: [...sockets].filter(({ readyState }) => readyState < WebSocket.CLOSING).length,
  });
}

test('created and destroyed a hundred times, nothing stays: no node, global, key, listener, timer, channel or socket', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.addInitScript(countTraces);
  await plainPage(page, '');
  // Playwright's own listeners come with the first element it holds, and stay.
  await page.addScriptTag({ content: '0' });
  // The command of the script tag stays, so that late calls are safe; the other is nanostores' own counter.
  const known = ['Handrail', 'nanostoresGlobal'];
  const globals = () => page.evaluate(names => Object.keys(window).filter(name => !names.includes(name)), known);
  const traces = () => page.evaluate(() => (window as unknown as { traces: () => object }).traces());
  const before = { globals: await globals(), state: await state(page), traces: await traces() };
  await addWidget(page);
  await openPanel(page);
  // The counting sees something: an open panel does listen.
  expect(await traces()).not.toEqual(before.traces);
  await call(page, 'destroy');
  for (let round = 1; round < 100; round += 1) {
    await addWidget(page);
    await call(page, 'open');
    await panelOf(page).waitFor();
    await call(page, 'destroy');
  }
  expect(await globals()).toEqual(before.globals);
  await expect.poll(traces).toEqual(before.traces);
  expect({ ...((await state(page)) as object), focus: null }).toEqual({ ...(before.state as object), focus: null });
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
}, 180_000);
