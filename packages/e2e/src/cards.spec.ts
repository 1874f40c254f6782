import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { addAxe } from './axe.js';
import { cardsFlow, PICTURES_HOST } from './cardsFlow.js';
import { checkState, NARROW } from './checkState.js';
import { openPage } from './openBrowser.js';
import { panelOf, say } from './panel.js';
import { startWorld, type World } from './startWorld.js';

let world: World;

beforeAll(async () => {
  world = await startWorld({ flow: cardsFlow() });
});
afterAll(() => world?.stop());

/** A bike, or something like one. */
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#cfe3da"/>
<g fill="none" stroke="#14614e" stroke-width="14"><circle cx="200" cy="270" r="80"/><circle cx="450" cy="270" r="80"/>
<path d="M200 270 280 150H410L450 270M280 150 320 270H200M320 270 410 150M410 150V110H450M250 130H300"/></g></svg>`;

const shot = async (page: Page, name: string) => {
  if (process.env.HANDRAIL_PICTURES) await page.screenshot({ path: `${process.env.HANDRAIL_PICTURES}/${name}.png` });
};

interface Opening extends BrowserContextOptions {
  readonly lang?: string;
  /** The page's policy allows the pictures' host. */
  readonly allowed?: boolean;
}

/** Opens the chat; pictures are answered, once `pictures` is. */
async function openChat({ lang = 'en', allowed = true, ...options }: Opening = {}, pictures = Promise.resolve()) {
  const opened = await openPage(world.browser, options);
  const { page } = opened;
  await page.route(`${PICTURES_HOST}/**`, async route => {
    await pictures;
    await route.fulfill({ contentType: 'image/svg+xml', body: DRAWING });
  });
  await page.goto(`${world.site}/?lang=${lang}${allowed ? `&pictures=${PICTURES_HOST}` : ''}`);
  await page.locator('button.launcher').click();
  const panel = panelOf(page);
  await panel.locator('.door').first().click();
  await panel.locator('.choices').waitFor();
  return { ...opened, panel };
}

/** `0` the list, `1` the row. */
async function show(panel: Locator, layout: 0 | 1) {
  await panel.locator('.choices button').nth(layout).click();
  await panel.locator('.card').nth(3).waitFor();
}

/** Pixels between the beginning of the row and of a card in it, in the direction of writing. */
const offset = (panel: Locator, at: number) =>
  panel.locator('.card-row').evaluate((row, place) => {
    const [box, card] = [row.getBoundingClientRect(), row.children[place]?.getBoundingClientRect()];
    const isRtl = getComputedStyle(row).direction === 'rtl';
    return Math.round(Math.abs(isRtl ? (card?.right ?? 0) - box.right : (card?.left ?? 0) - box.left));
  }, at);

test.each(['en', 'ar'])(
  '%s, by mouse: the arrows lead through the row, a choice goes on, its link stays',
  async lang => {
    const { page, panel, problems, context } = await openChat({ lang });
    await show(panel, 1);
    const row = panel.locator('.carousel');
    const [earlier, later] = [row.locator('.card-arrows button').first(), row.locator('.card-arrows button').last()];
    const places: string[] = [];
    for (const at of [1, 2, 3]) {
      await later.click();
      await expect.poll(() => offset(panel, at)).toBeLessThan(60);
      places.push((await row.getByRole('status').textContent()) ?? '');
    }
    if (lang === 'en') expect(places).toEqual(['2 of 4', '3 of 4', '4 of 4']);
    expect(await later.getAttribute('aria-disabled')).toBe('true');
    // The browser lets it be pressed; it only does nothing.
    await later.click({ force: true });
    await earlier.click();
    await earlier.click();
    await expect.poll(() => offset(panel, 1)).toBe(0);
    const box = await later.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await row.locator('.card').nth(1).getByRole('button').click();
    await panel.locator('.mine').last().waitFor();
    if (lang === 'en') {
      await panel.getByText('Trail bike with full suspension – This one').waitFor();
      await panel.getByText('Good choice: trail.').waitFor();
    }
    expect(await row.locator('.card button').count()).toBe(0);
    expect(await row.locator('.card a').count()).toBe(4);
    await shot(page, `row-chosen-${lang}`);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('by mouse: a choice in a list leads its own way, and whoever takes over sees the cards and the choice', async () => {
  const { panel, problems, context } = await openChat();
  await show(panel, 0);
  const opened = context.waitForEvent('page');
  await context.route('https://shop.example/**', route => route.fulfill({ body: 'A bike' }));
  await panel.getByRole('link', { name: 'Folding bike – Look at it' }).click();
  expect((await opened).url()).toBe('https://shop.example/fold');
  await panel.getByRole('button', { name: 'Cargo bike – This one' }).click();
  await panel.getByText('In the queue').waitFor();
  world.agent.open(await waiting(world.agent));
  const started = await until('the story', () =>
    world.agent.$thread.get()?.events.find(event => event.kind === 'started'),
  );
  const { transcript = [], answers } = started.kind === 'started' ? started.body.story : {};
  const cards = transcript.find(({ text }) => text.startsWith('Which bike is it about?'))?.text;
  expect(cards).toContain(
    'Cargo bike\nA long bike with a box\nCarries two children, or a week of shopping.\nPrice: € 3,100\n[This one]\nLook at it',
  );
  expect(transcript.map(({ by, text }) => `${by}: ${text}`)).toContain('visitor: Cargo bike – This one');
  expect(answers).toEqual([{ name: 'bike', value: 'cargo' }]);
  const inbox = await openPage(world.browser);
  await inbox.page.goto(`${world.server.origin}/inbox/#sign-in=${await world.server.signInFor('jonas')}`);
  await inbox.page.getByRole('button', { name: /All open/ }).click();
  await inbox.page.locator('[data-conversation]').first().click();
  await inbox.page.getByText('Cargo bike – This one').first().waitFor();
  await inbox.page
    .getByText(/Carries two children/)
    .first()
    .waitFor();
  await shot(inbox.page, 'inbox');
  expect(problems).toEqual([]);
  await Promise.all([context.close(), inbox.context.close()]);
});

test.each([false, true])(
  'by keyboard, reduced motion %s: Tab brings each card into view, Enter chooses',
  async calm => {
    const { page, panel, problems, context } = await openChat({
      viewport: NARROW,
      ...(calm ? { reducedMotion: 'reduce' } : {}),
    });
    await show(panel, 1);
    const focused = () =>
      page.evaluate(() => document.querySelector('handrail-host')?.shadowRoot?.activeElement?.ariaLabel);
    await panel.getByRole('region').first().focus();
    const stops: string[] = [];
    for (let at = 0; at < 8; at += 1) {
      await page.keyboard.press('Tab');
      stops.push((await focused()) ?? '');
      await expect.poll(() => offset(panel, Math.floor(at / 2))).toBeLessThan(60);
      await panel
        .getByText(`${Math.floor(at / 2) + 1} of 4`, { exact: true })
        .last()
        .waitFor();
    }
    expect(stops.slice(0, 4)).toEqual([
      'City bike – This one',
      'City bike – Look at it',
      'Trail bike with full suspension – This one',
      'Trail bike with full suspension – Look at it',
    ]);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Previous card');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => offset(panel, 1)).toBe(0);
    for (let back = 0; back < 6; back += 1) await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Trail bike with full suspension – This one');
    await page.keyboard.press('Enter');
    await panel.getByText('Good choice: trail.').waitFor();
    expect(await panel.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('on a touch screen the arrows are 44 px, a card is swept aside, and the place follows', async () => {
  const { panel, context } = await openChat({ viewport: NARROW, hasTouch: true, isMobile: true });
  await show(panel, 1);
  const box = await panel.locator('.card-arrows button').last().boundingBox();
  expect([box?.width, box?.height]).toEqual([44, 44]);
  await panel.locator('.card-row').evaluate(row => row.scrollBy({ left: 200, behavior: 'instant' }));
  await expect.poll(() => offset(panel, 1)).toBe(0);
  await panel.getByText('2 of 4', { exact: true }).last().waitFor();
  await context.close();
});

test('a card may be chosen by words', async () => {
  const { page, panel, context } = await openChat();
  await show(panel, 0);
  await say(page, 'the folding bike');
  await panel.getByText('Good choice: fold.').waitFor();
  await context.close();
});

test('nothing jumps when pictures come', async () => {
  let release = () => {};
  const { page, panel, problems, context } = await openChat(
    {},
    new Promise<void>(resolve => {
      release = resolve;
    }),
  );
  await show(panel, 0);
  const heights = () =>
    panel.locator('.card').evaluateAll(cards => cards.map(card => (card as HTMLElement).offsetHeight));
  const before = await heights();
  await panel.locator('.card').first().scrollIntoViewIfNeeded();
  release();
  const seen = () =>
    panel.locator('.card img').evaluateAll(all => all.filter(one => (one as HTMLImageElement).naturalWidth > 0).length);
  await expect.poll(seen).toBeGreaterThan(0);
  expect(await heights()).toEqual(before);
  await shot(page, 'list-pictures');
  expect(problems).toEqual([]);
  await context.close();
});

test('pictures of a host the page does not allow leave tidy cards, and nothing is fetched', async () => {
  const { page, panel, problems, context } = await openChat({ allowed: false });
  const fetched: string[] = [];
  page.on('requestfinished', request => {
    if (request.url().startsWith(PICTURES_HOST)) fetched.push(request.url());
  });
  for (const layout of [0, 1] as const) {
    if (layout === 1) await openAgain(page);
    await show(panel, layout);
    await expect.poll(() => panel.locator('.card img').count()).toBe(0);
    await panel.getByText('A blue bike with a basket').waitFor();
    await shot(page, `refused-${layout}`);
  }
  expect(fetched).toEqual([]);
  expect(problems.filter(problem => !/img-src|Content Security Policy/i.test(problem))).toEqual([]);
  await context.close();
});

/** A chat begun anew, after the one before. */
async function openAgain(page: Page) {
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.locator('button.launcher').click();
  await panelOf(page).locator('.door').first().click();
  await panelOf(page).locator('.choices').waitFor();
}

test.each(['en', 'ar', 'zh-Hans'])('%s: axe finds nothing in either layout, and nothing sticks out', async lang => {
  for (const layout of [0, 1] as const) {
    const { page, panel, problems, context } = await openChat({ lang, bypassCSP: true, reducedMotion: 'reduce' });
    await addAxe(page);
    await show(panel, layout);
    await checkState(page, `${layout === 0 ? 'list' : 'row'}-${lang}`);
    expect(problems).toEqual([]);
    await context.close();
  }
});

test('in forced colours cards and arrows can be told', async () => {
  const { page, panel, context } = await openChat({ forcedColors: 'active' });
  await show(panel, 1);
  const border = await panel
    .locator('.card')
    .first()
    .evaluate(card => getComputedStyle(card).borderTopWidth);
  expect(border).toBe('1px');
  await shot(page, 'row-forced');
  await context.close();
});
