import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAxe, axe } from './axe.js';
import { openPage } from './openBrowser.js';
import { panelOf, say } from './panel.js';
import { type Site, startSite } from './startWorld.js';

interface Host {
  Handrail(method: string, ...args: unknown[]): Promise<unknown>;
  told: string[];
}

const messages = [
  {
    id: 'size',
    text: {
      en: 'Not sure about the frame size? Ask us.',
      ar: 'هل تحتار في مقاس الإطار؟ اسألنا.',
      'zh-Hans': '不确定车架尺寸？问问我们。',
    },
    when: { seconds: 0.5 },
  },
  { id: 'cart', text: 'Need help to pay?', open: 'help', when: { event: 'cart' } },
  { id: 'by-hand', text: 'Shown by the page only.' },
] as const;

let site: Site;
const pictures = process.env.HANDRAIL_PICTURES;

beforeAll(async () => {
  site = await startSite({ widget: { messages, mostMessages: 2 } });
});
afterAll(() => site?.stop());

const bubble = (page: Page) => page.locator('handrail-host .greeting');
const call = (page: Page, ...given: unknown[]) =>
  page.evaluate(all => (window as unknown as Host).Handrail(...(all as [string])), given);
const keys = (page: Page) => page.evaluate(() => Object.keys(localStorage));

async function visit(path = '/', options = {}) {
  const opened = await openPage(site.browser, options);
  await opened.page.goto(site.site + path);
  await opened.page.locator('handrail-host .launcher').waitFor();
  return opened;
}

test('a rule shows it, nobody loses the focus, and one click sends it away for good', async () => {
  const { page, problems, context } = await visit();
  await page.getByRole('link', { name: 'Again' }).focus();
  await bubble(page).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
  await expect.poll(() => page.locator('handrail-host [role="status"]').first().textContent()).toContain('frame size');
  expect(await keys(page)).toEqual([]);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await bubble(page).waitFor({ state: 'detached' });
  expect(await keys(page)).toEqual(['handrail:greetings:demo']);
  await page.reload();
  await page.waitForTimeout(2_000);
  expect(await bubble(page).count()).toBe(0);
  expect(await call(page, 'showMessage', 'size')).toBe(false);
  expect(await call(page, 'showMessage', 'size', { force: true })).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});

test('a click opens the place with what was said in it, and what the page tracked shows another', async () => {
  const { page, context } = await visit();
  await page.evaluate(() => {
    const host = window as unknown as Host;
    host.told = [];
    for (const type of ['greeting:shown', 'greeting:click', 'greeting:dismiss'])
      void host.Handrail('on', type, (event: { type: string; data: { id?: string; text: string } }) =>
        host.told.push(`${event.type} ${event.data.id} ${event.data.text}`),
      );
  });
  await bubble(page)
    .getByRole('button', { name: /Not sure/ })
    .click();
  await panelOf(page).locator('textarea').last().waitFor();
  expect(await bubble(page).count()).toBe(0);
  await panelOf(page).locator('.bot-turn').getByText('Not sure about the frame size? Ask us.').waitFor();
  expect(await keys(page)).toEqual(['handrail:greetings:demo']);
  await say(page, 'I am 178 cm tall');
  await panelOf(page).locator('.bot-turn').nth(1).waitFor();
  if (pictures) await page.screenshot({ path: `${pictures}/greeting-followed.png` });
  expect(await page.evaluate(() => (window as unknown as Host).told)).toEqual([
    'greeting:shown size Not sure about the frame size? Ask us.',
    'greeting:click size Not sure about the frame size? Ask us.',
  ]);
  await page.keyboard.press('Escape');
  await call(page, 'track', 'cart', { sum: 12 });
  await bubble(page).getByRole('button', { name: 'Need help to pay?' }).waitFor();
  // Two are the most of one page.
  expect(await call(page, 'showMessage', 'by-hand')).toBe(false);
  await call(page, 'open');
  await bubble(page).waitFor({ state: 'detached' });
  await context.close();
});

test('a text of another direction than the page stands beside the launcher all the same', async () => {
  const { page, context } = await visit('/?lang=ar');
  await page.locator('handrail-host .launcher').waitFor();
  await call(page, 'showMessage', 'by-hand', { force: true });
  await bubble(page).getByText('Shown by the page only.').first().waitFor();
  const [box, launcher] = await Promise.all([
    bubble(page).boundingBox(),
    page.locator('handrail-host .launcher').boundingBox(),
  ]);
  expect(box?.x).toBe(launcher?.x);
  expect(launcher?.x).toBeLessThan(100);
  await context.close();
});

test('by keyboard: right after the launcher, Escape takes it away, the launcher has the focus', async () => {
  const { page, context } = await visit();
  await bubble(page).waitFor();
  await page.locator('handrail-host .launcher').focus();
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('handrail-host')?.shadowRoot?.activeElement?.className))
    .toBe('says');
  await page.keyboard.press('Escape');
  await bubble(page).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.querySelector('handrail-host')?.shadowRoot?.activeElement?.className)).toBe(
    'launcher',
  );
  await context.close();
});

test.each(['en', 'zh-Hans', 'ar'])(
  '%s: wide, on a phone, in the dark: nothing to hear, see or reach is wrong',
  async lang => {
    for (const [name, options] of [
      ['wide', {}],
      ['phone', { viewport: { width: 320, height: 640 } }],
      ['dark', { colorScheme: 'dark' }],
    ] as const) {
      const { page, context } = await visit(`/?lang=${lang}`, { ...options, reducedMotion: 'reduce', bypassCSP: true });
      await bubble(page).waitFor();
      await page.waitForTimeout(300);
      if (pictures) await page.screenshot({ path: `${pictures}/greeting-${lang}-${name}.png` });
      await addAxe(page);
      expect(await axe(page, 'handrail-host')).toEqual([]);
      const box = await bubble(page).boundingBox();
      expect(box && box.x >= 8 && box.x + box.width <= (page.viewportSize()?.width ?? 0) - 8).toBe(true);
      await context.close();
    }
  },
);

test('update changes what stands in the page, and what is fetched later', async () => {
  const { page, problems, context } = await visit();
  const launcher = page.locator('handrail-host .launcher');
  await call(page, 'update', {
    accent: '#8a1c7c',
    launcher: { side: 'start', offset: { x: 40, y: 60 } },
    locale: 'ar',
  });
  const box = await launcher.boundingBox();
  expect(Math.round(box?.x ?? 0)).toBe(40);
  expect(await launcher.evaluate(node => getComputedStyle(node).backgroundColor)).toBe('rgb(138, 28, 124)');
  await page.getByRole('button', { name: 'فتح المساعدة' }).click();
  await panelOf(page).locator('h2').first().waitFor();
  await call(page, 'update', { locale: 'en', theme: 'dark', name: 'Velo', texts: { askHint: 'Our own words' } });
  await panelOf(page).getByText('Our own words').waitFor();
  expect(await page.getByRole('dialog', { name: 'Velo' }).count()).toBe(1);
  expect(await page.locator('handrail-host .handrail.dark').count()).toBe(1);
  const state = (await call(page, 'getState')) as { open: boolean; view: string; locale: string };
  expect(state).toMatchObject({ open: true, view: 'home', locale: 'en', unread: 0, owner: 'bot' });
  const refused = await page.evaluate(() =>
    (window as unknown as Host)
      .Handrail('update', { accent: 'red' })
      .catch((error: { code: string; message: string }) => [error.code, error.message]),
  );
  expect(refused).toEqual(['bad_request', 'Handrail: update: /accent: expected a colour as #rrggbb, got "red".']);
  expect(problems.filter(problem => !problem.includes('"update" failed'))).toEqual([]);
  await context.close();
});
