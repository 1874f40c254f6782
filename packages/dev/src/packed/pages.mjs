import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { root } from '../run.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves folders below one origin; the demo's server in their files becomes `help`. */
export async function servePages(folder, help) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const bytes = await readFile(file).catch(() => null);
    response.writeHead(bytes ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    const isText = bytes && /\.(html|js)$/.test(file);
    response.end(isText ? bytes.toString().replaceAll('http://localhost:4400', help()) : bytes);
  });
  await new Promise(resolve => server.listen(0, resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Opens an address in Chromium, has `work` done there, and answers what the page complained about. */
export async function inPage(executablePath, address, work) {
  const { chromium } = createRequire(`${root}packages/e2e/package.json`)('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    const problems = [];
    page.on('pageerror', error => problems.push(error.message));
    page.on('console', message => message.type() === 'error' && problems.push(message.text()));
    await page.goto(address);
    await work(page);
    return problems.join('\n');
  } catch (error) {
    return String(error);
  } finally {
    await browser.close();
  }
}

/** A screen of one's own: the bot answers, then a person does. */
export async function talkInPage(page) {
  await page.getByLabel('Message', { exact: true }).fill('How do I reset my password?');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('li', { hasText: 'bot:' }).first().waitFor();
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByText('Hello, I am a program.').first().waitFor();
}

/** The widget: a search, and an article. */
export async function searchInWidget(page) {
  await page.getByRole('button', { name: 'Open help' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: 'Search for answers' }).pressSequentially('refund');
  await panel.getByRole('option').first().click();
  await panel.getByText('Did this help?').waitFor();
}
