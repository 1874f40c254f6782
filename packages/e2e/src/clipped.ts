import type { Page } from 'playwright-core';
import { panelOf } from './panel.js';

/**
 * Texts of the panel that cannot be read whole: wider or higher than a box that hides the rest, or outside the panel.
 * What the design lets end in an ellipsis (names and titles in the header and in lists, excerpts of results) and what is for screen readers
 * only is passed over.
 */
export function clipped(page: Page): Promise<string[]> {
  return panelOf(page).evaluate(panel => {
    const bounds = panel.getBoundingClientRect();
    const parts = [...panel.querySelectorAll('*')].filter(
      element => element.closest('.sr, .table, pre, svg, .list .grow, .header, .snippet') === null,
    );
    return parts.flatMap(element => {
      const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim());
      const box = element.getBoundingClientRect();
      if (!own || box.width === 0 || !element.checkVisibility()) return [];
      const style = getComputedStyle(element);
      const inline = style.display === 'inline';
      const wide = !inline && element.scrollWidth > element.clientWidth + 1;
      const high = !inline && style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
      const outside = box.left < bounds.left - 1 || box.right > bounds.right + 1;
      return wide || high || outside
        ? [`${element.tagName.toLowerCase()}.${element.className}: ${element.textContent}`]
        : [];
    });
  });
}
