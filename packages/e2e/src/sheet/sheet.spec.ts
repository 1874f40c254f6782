import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from '../openBrowser.js';
import { speakPseudo } from '../pseudo.js';
import { type Site, startSite, startWorld, type World } from '../startWorld.js';
import { createAlbum } from './album.js';
import { chatStates, errorState, flowStates, GREETING, helpStates, sheetFlow, type Words } from './states.js';

const folder = fileURLToPath(new URL('../../../../.reports/sheet/', import.meta.url));
const album = createAlbum();

const ENGLISH: Words = { query: 'battery', question: 'How long is the warranty on the frame?' };
const LANGUAGES: [string, Words][] = [
  ['en', ENGLISH],
  ['zh-Hans', { query: '电池', question: '车架保修多久？' }],
  ['ar', ENGLISH],
  ['pseudo', ENGLISH],
];

let world: World;
let flowSite: Site;

beforeAll(async () => {
  [world, flowSite] = await Promise.all([
    startWorld({ widget: { messages: GREETING } }),
    startSite({ flow: sheetFlow(), teams: { care: ['mina'] } }),
  ]);
});
afterAll(async () => {
  await Promise.all([world?.stop(), flowSite?.stop()]);
});

/** A page of a site in a language, with nothing stored. */
async function visit({ browser, site }: Site, language: string, walk: (page: Page) => Promise<void>): Promise<void> {
  const locale = language === 'pseudo' ? 'en' : language;
  const { page, context } = await openPage(browser, { locale, reducedMotion: 'reduce' });
  if (language === 'pseudo') await speakPseudo(page);
  await page.goto(`${site}/?lang=${locale}`);
  await walk(page);
  await context.close();
}

test.each(LANGUAGES)('%s: every state', async (language, words) => {
  await visit(world, language, async page => {
    const take = album.taker(page, language);
    await helpStates(page, words, take);
    await chatStates(page, world.agent, words, take);
  });
  await visit(world, language, page => errorState(page, album.taker(page, language)));
  await visit(flowSite, language, page => flowStates(page, album.taker(page, language)));
});

test('the sheets are written, and small enough to be sent', async () => {
  await album.write(world.browser, folder);
  const sheets = readdirSync(folder).filter(name => name.endsWith('.jpg'));
  expect(sheets).toHaveLength(18);
  const bytes = sheets.reduce((sum, name) => sum + statSync(folder + name).size, 0);
  expect(bytes).toBeLessThan(3_000_000);
});
