import type { Locator, Page } from 'playwright-core';

/** The panel as a customer sees it, by the names assistive technology reads. */
export function panelOf(page: Page): Locator {
  return page.getByRole('dialog');
}

/** Opens the panel by its launcher. */
export async function openPanel(page: Page, name = 'Open help'): Promise<Locator> {
  await page.getByRole('button', { name }).click();
  const panel = panelOf(page);
  await panel.waitFor();
  return panel;
}

/** Writes a message and sends it with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  const composer = panelOf(page).locator('textarea').last();
  await composer.fill(text);
  await composer.press('Enter');
}
