import { deflateSync } from 'node:zlib';
import type { Agent } from '@handrail/core/agent';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { addAxe, axe } from './axe.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf } from './panel.js';

import { startWorld, type World } from './startWorld.js';

let world: World;
let site: string;
let browser: Browser;
let agent: Agent;

beforeAll(async () => {
  world = await startWorld();
  ({ site, browser, agent } = world);
});
afterAll(() => world?.stop());

/** Opens the panel and brings Mina into a new conversation. */
async function withMina(page: Page) {
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();
  await panel.getByRole('button', { name: 'Attach a file' }).waitFor();
  return { panel, id };
}

/** A picture of one colour. */
function picture(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([60, 130, 110]))]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** https://www.w3.org/TR/png/#D-CRCAppendix */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const PHOTO = { name: 'chain guard.png', mimeType: 'image/png', buffer: picture(640, 420) };
const LOG = { name: 'ride-2026-10-14.txt', mimeType: 'text/plain', buffer: Buffer.alloc(900_000, 'speed 25.4 km/h\n') };
const PROGRAM = {
  name: 'update.exe',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex'),
};
const choose = (page: Page, ...files: (typeof PHOTO)[]) =>
  panelOf(page).locator('input[type=file]').setInputFiles(files);
const filesOf = () =>
  (agent.$thread.get()?.events ?? []).flatMap(event =>
    event.kind === 'message' ? (event.body.attachments ?? []).map(({ name, type }) => `${name} ${type}`) : [],
  );

test('pictures and papers both ways, under the strictest policy', async () => {
  const { page, problems, context } = await openPage(browser);
  const { panel, id } = await withMina(page);
  await choose(page, PHOTO, LOG);
  const tray = panel.locator('.tray');
  await tray.getByText('ride-2026-10-14.txt').waitFor();
  expect(await tray.getByText('900 kB').count()).toBe(1);
  const loaded = () => panel.locator('img').evaluateAll(all => all.map(one => (one as HTMLImageElement).naturalWidth));
  await expect.poll(loaded).toEqual([640]);
  await panel.getByRole('button', { name: 'Remove ride-2026-10-14.txt' }).click();
  await expect.poll(() => tray.locator('li').count()).toBe(1);
  await panel.locator('textarea').press('Enter');
  await panel.getByText(/^(Sent|Delivered) /).waitFor();
  expect(await tray.count()).toBe(0);
  await expect.poll(filesOf).toEqual(['chain guard.png image/png']);
  await panel.getByRole('img', { name: 'Open chain guard.png in a new tab' }).waitFor();
  await expect.poll(loaded).toEqual([640]);

  await agent.reply(id, 'Like this:', {
    attachments: [new File([Buffer.from('%PDF-1.4\n%âãÏÓ\n')], 'fitting.pdf', { type: 'application/pdf' })],
  });
  const paper = panel.getByRole('link', { name: /fitting\.pdf/ });
  await paper.waitFor();
  const url = await until('its link', () => paper.getAttribute('href'));
  const shown = await fetch(url);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(shown.headers.get('content-disposition')).toMatch(/^attachment; filename="fitting.pdf"/);
  await addAxe(page);
  expect(await axe(page, 'handrail-host')).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test('pasted and dropped files stand in the tray', async () => {
  const { page, context } = await openPage(browser);
  const { panel } = await withMina(page);
  const give = (type: 'paste' | 'drop') =>
    panel.locator('textarea').evaluate((field, kind) => {
      const data = new DataTransfer();
      data.items.add(new File(['hello'], `${kind}.txt`, { type: 'text/plain' }));
      const options = { bubbles: true, composed: true, cancelable: true };
      if (kind === 'drop') {
        field.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer: data }));
        field.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: data }));
      } else field.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
    }, type);
  await give('paste');
  await panel.locator('.tray').getByText('paste.txt').waitFor();
  await give('drop');
  await panel.locator('.tray').getByText('drop.txt').waitFor();
  await context.close();
});

test('text and file outlive a reload, and go out once', async () => {
  const { page, context } = await openPage(browser);
  let { panel } = await withMina(page);
  // The first piece arrives, the second does not: a network that dies in the middle.
  let pieces = 0;
  await page.route('**/api/v1/files/**', route => {
    if (route.request().method() !== 'PATCH') return route.continue();
    pieces += 1;
    return pieces === 1 ? route.continue() : route.abort();
  });
  await choose(page, LOG);
  await panel.locator('textarea').fill('The sensor lost me here');
  await panel.locator('textarea').press('Enter');
  const progress = panel.getByRole('progressbar');
  await progress.waitFor();
  await expect.poll(() => progress.getAttribute('value').then(Number)).toBeGreaterThan(0.2);
  expect(await panel.getByText('Sending').count()).toBe(1);
  await page.reload();
  panel = panelOf(page);
  await panel.getByText('The sensor lost me here').waitFor();
  await page.unroute('**/api/v1/files/**');
  await panel.getByText(/^(Sent|Delivered) /).waitFor({ timeout: 40_000 });
  await panel.getByRole('link', { name: /ride-2026-10-14\.txt/ }).waitFor();
  await expect.poll(filesOf).toEqual(['ride-2026-10-14.txt text/plain']);
  const link = await agent.fileUrl(
    (agent.$thread.get()?.events ?? []).flatMap(event =>
      event.kind === 'message' ? (event.body.attachments ?? []).map(one => one.id) : [],
    )[0] ?? '',
  );
  expect((await (await fetch(link)).arrayBuffer()).byteLength).toBe(LOG.buffer.length);
  await context.close();
});

test('what is cancelled is gone; what is refused says why, and can be taken back', async () => {
  const { page, context } = await openPage(browser);
  const { panel } = await withMina(page);
  await page.route('**/api/v1/files/**', route =>
    route.request().method() === 'PATCH' ? undefined : route.continue(),
  );
  await choose(page, LOG);
  await panel.locator('textarea').press('Enter');
  await panel.getByRole('button', { name: 'Cancel ride-2026-10-14.txt' }).click();
  await expect.poll(() => panel.getByText('ride-2026-10-14.txt').count()).toBe(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await choose(page, PROGRAM);
  await panel.locator('textarea').press('Enter');
  await panel.getByText('Not sent: files of this kind are not accepted.').waitFor();
  await panel.getByRole('button', { name: 'Cancel update.exe' }).click();
  await expect.poll(() => panel.getByText('update.exe').count()).toBe(0);
  expect(filesOf()).toEqual([]);
  await context.close();
});
