import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Agent } from '@handrail/core/agent';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn, until, waiting } from '../agent.js';
import { type RunningServer, startServer } from '../startServer.js';
import { type StrictPage, startStrictPage } from '../strictPage.js';
import type { Engine, EnginePage, OpenEngine } from './engine.js';
import { type PanelIn, panelIn } from './panelIn.js';
import { WATCH_PROBLEMS } from './watchProblems.js';

const reports = fileURLToPath(new URL('../../../../.reports/engines/', import.meta.url));
const PHONE = { width: 460, height: 760 };

/** What went wrong since the page was loaded. Runs in the page. */
const problemsOf = () => (window as unknown as { problems: string[] }).problems;

/** What sticks out sideways of the panel or of the screen. Runs in the page. */
function sideways(): string[] {
  const panel = document.querySelector('handrail-host')?.shadowRoot?.querySelector('[role=dialog]');
  const parts = [...(panel?.querySelectorAll('*') ?? [])].filter(part => part.closest('.table, pre, .sr') === null);
  return parts.flatMap(part => {
    const box = part.getBoundingClientRect();
    const isOut = box.width > 1 && (box.left < -1 || box.right > innerWidth + 1);
    const scrolls = getComputedStyle(part).overflowX === 'auto' && part.scrollWidth > part.clientWidth;
    return isOut || scrolls ? [`${part.tagName.toLowerCase()}.${part.getAttribute('class')}`] : [];
  });
}

/** The steps every engine takes; pictures and the version go to `.reports/engines/<name>`. */
export function smoke(name: string, openEngine: OpenEngine): void {
  const folder = `${reports}${name}`;
  let server: RunningServer;
  let pages: StrictPage;
  let engine: Engine;
  let agent: Agent;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    pages = await startStrictPage(WATCH_PROBLEMS);
    [server, engine] = await Promise.all([startServer({ origins: [pages.origin] }), openEngine()]);
    pages.use(server.origin);
    agent = await signIn(server.origin, server.signIn);
  });
  afterAll(async () => {
    agent?.destroy();
    await Promise.all([engine?.close(), server?.stop(), pages?.stop()]);
  });

  /** Walks through a page of its own and looks for problems at the end. */
  async function walk(
    steps: (page: EnginePage, panel: PanelIn) => Promise<void>,
    { path = '/', browser = engine } = {},
  ) {
    const page = await browser.open();
    try {
      await page.goto(pages.origin + path);
      await steps(page, panelIn(page));
      expect(await page.evaluate(problemsOf)).toEqual([]);
    } finally {
      await page.close();
    }
  }

  async function picture(page: EnginePage, of: string) {
    await panelIn(page).still();
    writeFileSync(`${folder}/${of}.png`, await page.picture());
  }

  describe(name, () => {
    test('a search finds an article', () =>
      walk(async (page, panel) => {
        writeFileSync(`${folder}/version.txt`, page.version);
        await panel.click('.launcher', 'Open help');
        await panel.write('input', 'frame size');
        await panel.see('[role=option] mark');
        await picture(page, 'results');
        await panel.click('[role=option]');
        await panel.see('article h2');
        await panel.click('.vote button', 'Yes');
        await panel.see('.vote', 'Good to hear');
        expect(await page.evaluate(() => localStorage.length)).toBe(0);
      }));

    test('the bot answers, a person takes over, and a reload keeps it all', () =>
      walk(async (page, panel) => {
        await panel.click('.launcher');
        await panel.click('.door', 'Ask a question');
        await panel.write('textarea', 'How long is the warranty on the frame?');
        await page.press('Enter');
        expect(await panel.see('.source')).toMatch(/warranty/i);
        await panel.write('textarea', 'I want to talk to a person');
        await page.press('Enter');
        await panel.see('.queue-card', 'You are next');

        const id = await waiting(agent);
        agent.open(id);
        await agent.take(id);
        await agent.reply(id, 'Hello, **Mina** here. Which order is it?');
        await panel.see('.theirs strong', 'Mina');
        await panel.write('textarea', 'Order NB-104233');
        await page.press('Enter');
        await until('the answer', () =>
          agent.$thread.get()?.events.find(event => event.kind === 'message' && event.sender.kind === 'visitor'),
        );
        await picture(page, 'person');

        expect(await page.evaluate(problemsOf)).toEqual([]);
        await page.reload();
        await panel.see('.theirs', 'Which order is it?');
        await panel.see('.mine', 'Order NB-104233');
        await agent.reply(id, 'It leaves today.');
        await panel.see('.theirs', 'It leaves today.');
        await agent.close(id);
        await panel.see('.survey');
      }));

    test('by keyboard alone: open, search, read, close', () =>
      walk(async (page, panel) => {
        await panel.see('.launcher');
        await panel.tabTo('.launcher', 5);
        await page.press('Enter');
        await panel.focused('h1');
        await panel.tabTo('input', 5);
        await page.type('battery');
        await panel.see('[role=option]:nth-of-type(2)');
        await panel.focused('[role=combobox]');
        const pointed = () =>
          page.evaluate(() =>
            document
              .querySelector('handrail-host')
              ?.shadowRoot?.querySelector('[role=combobox]')
              ?.getAttribute('aria-activedescendant'),
          );
        const first = await pointed();
        await page.press('ArrowDown');
        await until('the next result', async () => (await pointed()) !== first);
        await page.press('Enter');
        await panel.see('.vote');
        await page.press('Escape');
        await panel.gone('[role=dialog]');
        await panel.focused('.launcher', 'Open help');
      }));

    /** The panel as it opens, wide and on a phone. */
    async function look(page: EnginePage, panel: PanelIn, of: string) {
      await panel.click('.launcher');
      await panel.see('.popular, .list');
      for (const [size, { width, height }] of Object.entries({ wide: { width: 1280, height: 800 }, phone: PHONE })) {
        await page.resize(width, height);
        await until(`a page ${width} px wide`, () => page.evaluate(wanted => innerWidth === wanted, width));
        expect(await page.evaluate(sideways), `${of}, ${size}`).toEqual([]);
        await picture(page, `${of}-${size}`);
      }
    }

    test.each([
      ['ar', 'rtl'],
      ['zh-Hans', 'ltr'],
    ])('%s opens and has room', (locale, direction) =>
      walk(
        async (page, panel) => {
          await look(page, panel, locale);
          const drawn = await page.evaluate(() => {
            const dialog = document.querySelector('handrail-host')?.shadowRoot?.querySelector('[role=dialog]');
            return [dialog?.closest('[lang]')?.getAttribute('lang'), dialog && getComputedStyle(dialog).direction];
          });
          expect(drawn).toEqual([locale, direction]);
        },
        { path: `/?lang=${locale}` },
      ),
    );

    test('a dark system gets a dark panel', async () => {
      const browser = await openEngine({ dark: true });
      try {
        await walk(
          async (page, panel) => {
            await look(page, panel, 'dark');
            expect(
              await page.evaluate(
                () => document.querySelector('handrail-host')?.shadowRoot?.querySelector('.dark') !== null,
              ),
            ).toBe(true);
          },
          { browser },
        );
      } finally {
        await browser.close();
      }
    });
  });
}
