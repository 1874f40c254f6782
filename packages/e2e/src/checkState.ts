import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe } from './axe.js';
import { panelOf } from './panel.js';

const WIDE = { width: 1280, height: 860 };
/** A phone, and 1280 px at 400 %. */
export const NARROW = { width: 320, height: 640 };

const PICTURES = process.env.HANDRAIL_PICTURES;

/** What sticks out sideways: scrolling parts of the panel, and everything beyond the screen. */
function sideways(page: Page): Promise<string[]> {
  return panelOf(page).evaluate(panel => {
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`;
    const parts = [panel, ...panel.querySelectorAll('*')].filter(
      element => element.closest('.table, pre, .card-row') === null,
    );
    return parts.flatMap(element => {
      const box = element.getBoundingClientRect();
      const out = box.width > 1 && (box.left < -1 || box.right > innerWidth + 1);
      const scrolls = getComputedStyle(element).overflowX === 'auto' || getComputedStyle(element).overflowY === 'auto';
      return out || (scrolls && element.scrollWidth > element.clientWidth) ? [name(element)] : [];
    });
  });
}

/** Looks at one state of the panel wide and narrow, light and dark: axe finds nothing, nothing sticks out. The page has axe already. */
export async function checkState(page: Page, state: string): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${state}-${size.width}-${colorScheme}.png` });
      expect.soft(await axe(page, 'handrail-host'), `${state}, ${size.width} px, ${colorScheme}`).toEqual([]);
    }
    expect.soft(await sideways(page), `${state}, ${size.width} px`).toEqual([]);
  }
  await page.setViewportSize(WIDE);
}
