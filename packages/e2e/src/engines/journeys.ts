import { expect } from 'vitest';
import { until, waiting } from '../agent.js';
import type { Visit } from './startEngine.js';

/** A search, an article, a vote; nothing is stored for it. */
export async function findArticle({ page, panel, picture }: Visit): Promise<void> {
  await panel.click('.launcher', 'Open help');
  await panel.write('input', 'frame size');
  await panel.see('[role=option] mark');
  await picture('results');
  await panel.click('[role=option]');
  await panel.see('article h2');
  await panel.click('.vote button', 'Yes');
  await panel.see('.vote', 'Good to hear');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
}

/** The bot, then a person, messages both ways, and a reload in between. */
export async function talk({ page, panel, agent, picture, checkProblems }: Visit): Promise<void> {
  const say = async (text: string) => {
    await panel.write('textarea', text);
    await page.press('Enter');
  };
  await panel.click('.launcher');
  await panel.click('.door', 'Ask a question');
  await say('frame warranty');
  expect(await panel.see('.source')).toMatch(/warranty/i);
  await say('talk to a person');
  await panel.see('.queue-card', 'You are next');

  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await agent.reply(id, 'Hello, **Mina** here. Which order is it?');
  await panel.see('.theirs strong', 'Mina');
  await say('Order NB-104233');
  await until('the answer', () =>
    agent.$thread.get()?.events.find(event => event.kind === 'message' && event.sender.kind === 'visitor'),
  );
  await picture('person');

  await checkProblems();
  await page.reload();
  await panel.see('.theirs', 'Which order is it?');
  await panel.see('.mine', 'Order NB-104233');
  await agent.reply(id, 'It leaves today.');
  await panel.see('.theirs', 'It leaves today.');
  await agent.close(id);
  await panel.see('.survey');
}

/** The result the arrows point at. Runs in the page. */
function pointedAt(): string | null | undefined {
  const root = document.querySelector('handrail-host')?.shadowRoot;
  return root?.querySelector('[role=combobox]')?.getAttribute('aria-activedescendant');
}

/** Open, search, read and close without a mouse; the focus comes back to the launcher. */
export async function useKeyboard({ page, panel }: Visit): Promise<void> {
  await panel.see('.launcher');
  await panel.tabTo('.launcher', 5);
  await page.press('Enter');
  await panel.focused('h1');
  await panel.tabTo('input', 5);
  await page.type('battery');
  await panel.see('[role=option]:nth-of-type(2)');
  await panel.focused('[role=combobox]');
  const first = await page.evaluate(pointedAt);
  await page.press('ArrowDown');
  await until('the next result', async () => (await page.evaluate(pointedAt)) !== first);
  await page.press('Enter');
  await panel.see('.vote');
  await page.press('Escape');
  await panel.gone('[role=dialog]');
  await panel.focused('.launcher', 'Open help');
}
