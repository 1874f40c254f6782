import { expect } from 'vitest';
import { until } from '../agent.js';
import type { Visit } from './startEngine.js';

/** Wide, and as narrow as every engine's window goes; below 480 px the panel covers the screen. */
const SIZES = { wide: { width: 1280, height: 800 }, phone: { width: 460, height: 760 } };

/** How the panel is drawn. */
interface Drawn {
  readonly lang: string;
  readonly direction: string;
  readonly dark: boolean;
}

/** Runs in the page. */
function drawn(): Drawn {
  const frame = document.querySelector('handrail-host')?.shadowRoot?.querySelector<HTMLElement>('.handrail');
  if (!frame) throw new Error('the panel is not drawn');
  return { lang: frame.lang, direction: getComputedStyle(frame).direction, dark: frame.classList.contains('dark') };
}

/** What sticks out sideways of the panel or of the screen. Runs in the page. */
function sideways(): string[] {
  const panel = document.querySelector('handrail-host')?.shadowRoot?.querySelector('[role=dialog]');
  if (!panel) throw new Error('there is no panel');
  return [panel, ...panel.querySelectorAll('*')].flatMap(part => {
    const box = part.getBoundingClientRect();
    const isOut = box.width > 1 && (box.left < -1 || box.right > innerWidth + 1);
    const { overflowX, overflowY } = getComputedStyle(part);
    const scrolls = (overflowX === 'auto' || overflowY === 'auto') && part.scrollWidth > part.clientWidth;
    return isOut || scrolls ? [`${part.tagName.toLowerCase()}.${part.getAttribute('class')}`] : [];
  });
}

/** Opens the panel, wide and on a phone: it is drawn as wanted, and nothing sticks out. */
export async function look({ page, panel, picture }: Visit, of: string, wanted: Drawn): Promise<void> {
  await panel.click('.launcher');
  await panel.see('.list');
  expect(await page.evaluate(drawn)).toEqual(wanted);
  for (const [size, { width, height }] of Object.entries(SIZES)) {
    await page.resize(width, height);
    await until(`a page ${width} px wide`, () => page.evaluate(now => innerWidth === now, width));
    expect(await page.evaluate(sideways), `${of}, ${size}`).toEqual([]);
    await picture(`${of}-${size}`);
  }
}
