import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAxe, axe } from './axe.js';
import { openBrowser, openPage } from './openBrowser.js';
import { panelOf } from './panel.js';
import { type RunningServer, startServer } from './startServer.js';

let plain: RunningServer;
let owned: RunningServer;
let browser: Awaited<ReturnType<typeof openBrowser>>;
const pictures = process.env.HANDRAIL_PICTURES;

beforeAll(async () => {
  const launcher = { element: '.get-help', phone: { offset: { x: 4, y: 90 } } };
  [plain, owned, browser] = await Promise.all([startServer(), startServer({ widget: { launcher } }), openBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), plain?.stop(), owned?.stop()]));

interface View {
  readonly width?: number;
  readonly height?: number;
  readonly lang?: string;
  readonly dark?: boolean;
}

async function visit(
  server: RunningServer,
  body: string,
  { width = 1280, height = 860, lang = 'en', dark }: View = {},
) {
  const opened = await openPage(browser, {
    viewport: { width, height },
    ...(dark ? { colorScheme: 'dark' as const } : {}),
  });
  const address = `${server.origin}/a-page-of-the-test`;
  await opened.page.route(address, route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><meta name="viewport" content="width=device-width">
<title>Bikes</title><style>body{font:16px serif;margin:24px}</style><body>${body}</body></html>`,
    }),
  );
  await opened.page.goto(address);
  return opened;
}

const handrail = (page: Page, ...given: unknown[]) =>
  page.evaluate(all => (window as unknown as { Handrail: (...given: unknown[]) => unknown }).Handrail(...all), given);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

const INLINE = (server: RunningServer) => `<h1>Help</h1><input id="first" autofocus>
<main id="help" style="height:600px;max-width:720px"></main><script src="${server.origin}/w/demo.js" data-target="#help"></script>`;

test.each<[string, View]>([
  ['wide', {}],
  ['phone', { width: 320, height: 700 }],
  ['dark', { dark: true }],
  ['ar', { lang: 'ar' }],
])('inline, %s: the panel fills its element, takes no focus and has no way to close', async (name, view) => {
  const { page, problems, context } = await visit(plain, INLINE(plain), view);
  const panel = page.locator('handrail-host section.panel');
  await panel.waitFor();
  await panel.locator('section').first().waitFor();
  expect(await focused(page)).toBe('first');
  expect(await panel.getAttribute('role')).toBe('region');
  expect(await panel.getAttribute('aria-modal')).toBeNull();
  expect(await page.locator('handrail-host .launcher').isVisible()).toBe(false);
  const [inner, outer] = await Promise.all([panel.boundingBox(), page.locator('#help').boundingBox()]);
  expect(inner).toEqual(outer);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await addAxe(page);
  expect(await axe(page, 'handrail-host')).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/inline-${name}.png` });
  await panel.locator('input').first().pressSequentially('ret');
  await panel.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await handrail(page, 'close');
  expect(await panel.isVisible()).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});

test('inline: long content scrolls inside, a replaced element gets it again, destroy leaves nothing', async () => {
  const { page, context } = await visit(plain, INLINE(plain));
  const panel = page.locator('handrail-host section.panel');
  await panel.waitFor();
  await handrail(page, 'openArticle', 'return-parts-and-clothing');
  await panel.locator('article').waitFor();
  const box = await panel.boundingBox();
  expect(box?.height).toBe(600);
  await page.evaluate(() => {
    const next = document.createElement('main');
    next.id = 'help';
    next.style.height = '500px';
    document.querySelector('#help')?.replaceWith(next);
  });
  await expect.poll(async () => (await panel.boundingBox())?.height).toBe(500);
  await panel.locator('article').waitFor();
  await handrail(page, 'destroy');
  expect(await page.locator('handrail-host').count()).toBe(0);
  await page.evaluate(() => document.body.append('more'));
  expect(await page.locator('handrail-host').count()).toBe(0);
  await context.close();
});

test('a target that is not there: said, and the launcher stands in', async () => {
  const { page, problems, context } = await visit(
    plain,
    `<p>Nothing here.</p><script src="${plain.origin}/w/demo.js" data-target="#nowhere"></script>`,
  );
  await page.locator('handrail-host .launcher').waitFor();
  await expect.poll(() => problems.join()).toContain('found none for "#nowhere"');
  await page.locator('handrail-host .launcher').click();
  await panelOf(page).waitFor();
  await context.close();
});

const OWN = (server: RunningServer) => `<h1>Bikes</h1><button id="one" class="get-help">Help</button>
<a id="two" class="get-help" href="/help">All help</a><script src="${server.origin}/w/demo.js"></script>`;

test('a launcher of the page: opens, says so, and gets the focus back; of elements that come later, too', async () => {
  const { page, problems, context } = await visit(owned, OWN(owned));
  const one = page.locator('#one');
  await expect.poll(() => one.getAttribute('aria-expanded')).toBe('false');
  expect(await one.getAttribute('aria-haspopup')).toBe('dialog');
  expect(await page.locator('handrail-host .launcher').isVisible()).toBe(false);
  await one.focus();
  await page.keyboard.press('Enter');
  await panelOf(page).waitFor();
  expect(await one.getAttribute('aria-expanded')).toBe('true');
  const box = await panelOf(page).boundingBox();
  // Nothing stands below the panel.
  expect(Math.round(860 - (box ? box.y + box.height : 0))).toBe(24);
  if (pictures) await page.screenshot({ path: `${pictures}/own-launcher.png` });
  await panelOf(page).getByRole('textbox').waitFor();
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('one');
  expect(await one.getAttribute('aria-expanded')).toBe('false');
  await page.locator('#two').click();
  await panelOf(page).waitFor();
  expect(page.url()).toContain('a-page-of-the-test');
  await page.locator('#two').click();
  await panelOf(page).waitFor({ state: 'hidden' });

  await handrail(page, 'update', { launcher: { element: '#three' } });
  expect(await one.getAttribute('aria-expanded')).toBeNull();
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<button id="three">Later</button>');
  });
  await page.locator('#three').click();
  await panelOf(page).waitFor();
  expect(await page.locator('#three').getAttribute('aria-expanded')).toBe('true');
  await handrail(page, 'destroy');
  expect(await page.locator('#three').getAttribute('aria-expanded')).toBeNull();
  expect(problems).toEqual([]);
  await context.close();
});

test('on phones the launcher stands where the settings say, and can be moved', async () => {
  const { page, context } = await visit(owned, `<script src="${owned.origin}/w/demo.js"></script>`, {
    width: 390,
    height: 700,
  });
  const launcher = page.locator('handrail-host .launcher');
  await launcher.waitFor({ state: 'attached' });
  await handrail(page, 'show');
  const place = async () => {
    const box = await launcher.boundingBox();
    return box && [390 - box.x - box.width, 700 - box.y - box.height];
  };
  await expect.poll(place).toEqual([4, 90]);
  await handrail(page, 'update', { launcher: { phone: { offset: { x: 12, y: 20 } } } });
  await expect.poll(place).toEqual([12, 20]);
  await page.setViewportSize({ width: 900, height: 700 });
  await expect
    .poll(async () => {
      const box = await launcher.boundingBox();
      return box && [900 - box.x - box.width, 700 - box.y - box.height];
    })
    .toEqual([24, 24]);
  await context.close();
});
