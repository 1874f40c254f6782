import type { Agent } from '@handrail/core/agent';
import { type WebProxy, webProxy } from '@handrail/test-kit';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import type { RunningServer } from './startServer.js';
import { startWorld, type World } from './startWorld.js';

const LOST = 'No connection. We keep trying.';

let world: World;
let proxy: WebProxy;
let site: string;
let browser: Browser;
let server: RunningServer;
let agent: Agent;

beforeAll(async () => {
  world = await startWorld({
    between: async origin => {
      proxy = await webProxy(origin);
      return proxy;
    },
  });
  ({ server, site, browser, agent } = world);
});
afterAll(() => world?.stop());

interface Talk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly panel: Locator;
  readonly problems: string[];
  readonly id: string;
}

/** A conversation with a person, in a page prepared by `prepare`. */
async function talk(prepare: (page: Page) => Promise<void> = async () => {}): Promise<Talk> {
  const { page, context, problems } = await openPage(browser);
  await prepare(page);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();
  return { page, context, panel, problems, id };
}

const received = (text: string) =>
  until(
    `the agent reads "${text}"`,
    () => agent.$thread.get()?.events.some(event => event.kind === 'message' && event.body.text === text),
    // A client without a page to tell it that the network is back waits its turn.
    40_000,
  );

test('airplane mode: what is written waits, the panel says so, and it leaves by itself', async () => {
  const { page, context, panel, id } = await talk();
  await context.setOffline(true);
  await server.kill();
  await say(page, 'from the clouds');
  await panel.getByText('Waiting for connection').waitFor();
  await panel.getByText(LOST).waitFor({ timeout: 20_000 });
  await server.restart();
  await context.setOffline(false);
  await panel.getByText(LOST).waitFor({ state: 'detached', timeout: 40_000 });
  await received('from the clouds');
  await agent.reply(id, 'welcome back');
  await panel.getByText('welcome back', { exact: true }).waitFor();
  await context.close();
});

test('a line that is cut and back in a moment is not mentioned', async () => {
  const { page, context, panel } = await talk();
  let mentioned = 0;
  await page.exposeFunction('handrailSaid', () => {
    mentioned += 1;
  });
  await panel.evaluate((dialog, lost) => {
    const look = () => {
      if (dialog.textContent?.includes(lost)) (window as unknown as { handrailSaid(): void }).handrailSaid();
    };
    new MutationObserver(look).observe(dialog, { subtree: true, childList: true, characterData: true });
  }, LOST);
  const lines = () => proxy.requests.filter(path => path.startsWith('/api/v1/socket')).length;
  const before = lines();
  proxy.cut();
  await until('the page is back', () => lines() > before, 30_000);
  await say(page, 'did anything happen?');
  await received('did anything happen?');
  expect(mentioned).toBe(0);
  await context.close();
});

test('a page put to sleep reads what came meanwhile when it wakes', async () => {
  const { page, context, panel, id } = await talk();
  const life = await context.newCDPSession(page);
  await life.send('Page.setWebLifecycleState', { state: 'frozen' });
  await agent.reply(id, 'are you asleep?');
  await agent.reply(id, 'I will wait');
  await life.send('Page.setWebLifecycleState', { state: 'active' });
  await panel.getByText('I will wait', { exact: true }).waitFor();
  expect(await panel.getByText('are you asleep?', { exact: true }).count()).toBe(1);
  await say(page, 'awake now');
  await received('awake now');
  await context.close();
});

test.each([
  ['refuses to be read', refuseStorage],
  ['is full', fillStorage],
])('storage that %s: everything works, a reload begins anew', async (_, prepare) => {
  const { page, context, panel, problems, id } = await talk(prepare);
  await say(page, 'kept in memory');
  await received('kept in memory');
  await agent.reply(id, 'read');
  await panel.getByText('read', { exact: true }).waitFor();
  await page.reload();
  await openPanel(page).catch(() => panelOf(page).waitFor());
  expect(problems).toEqual([]);
  await context.close();
});

test.each([86_400_000, -86_400_000])('a clock that jumps by %i ms loses nothing', async jump => {
  const { page, context, panel, id } = await talk(page => page.clock.install({ time: new Date() }).then(() => {}));
  await page.clock.setSystemTime(Date.now() + jump);
  await say(page, `after ${jump}`);
  await received(`after ${jump}`);
  await agent.reply(id, 'what day is it?');
  await panel.getByText('what day is it?', { exact: true }).waitFor();
  await context.close();
});

async function refuseStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
}

async function fillStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
}
