import { until } from '../agent.js';
import type { EnginePage, Point } from './engine.js';

/** Which element: the first visible one of a selector inside the widget, with a text in its label or content. */
interface Wanted {
  readonly css: string;
  readonly text?: string;
}

/** The widget of a page, seen and used as by a customer. */
export interface PanelIn {
  /** Resolves with the element's text when it can be seen. */
  see(css: string, text?: string): Promise<string>;
  /** Resolves when nothing of that kind can be seen any more. */
  gone(css: string, text?: string): Promise<void>;
  /** Scrolls to it and presses it with the mouse; waits until it stands still and nothing covers it. */
  click(css: string, text?: string): Promise<void>;
  /** Presses a field and writes into it. */
  write(css: string, text: string): Promise<void>;
  /** Resolves when the focus is on such an element. */
  focused(css: string, text?: string): Promise<void>;
  /** Resolves when nothing moves any more. */
  still(): Promise<void>;
  /** Presses Tab until the focus is on such an element; rejects after `most` times. */
  tabTo(css: string, most: number): Promise<void>;
}

/** The words of an element and where its middle is, or `null`. Runs in the page. */
function find({ css, text = '' }: Wanted): { words: string; middle: Point; hit: boolean } | null {
  const root = document.querySelector('handrail-host')?.shadowRoot;
  const words = (element: Element) => `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`.trim();
  const element = [...(root?.querySelectorAll(css) ?? [])].find(
    one => one.checkVisibility({ visibilityProperty: true }) && words(one).includes(text),
  );
  if (!root || !element) return null;
  const inView = () => {
    const box = element.getBoundingClientRect();
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const top = root.elementFromPoint(middle.x, middle.y);
    return { words: words(element), middle, hit: top !== null && element.contains(top) };
  };
  if (!inView().hit) element.scrollIntoView({ block: 'center' });
  return inView();
}

/** Whether the focus is on such an element. Runs in the page. */
function hasFocus({ css, text = '' }: Wanted): boolean {
  const active = document.querySelector('handrail-host')?.shadowRoot?.activeElement;
  const words = `${active?.getAttribute('aria-label') ?? ''} ${active?.textContent ?? ''}`;
  return active?.matches(css) === true && words.includes(text);
}

/** What assistive technology would say has the focus. Runs in the page. */
function focusInWords(): string {
  const active = document.querySelector('handrail-host')?.shadowRoot?.activeElement ?? document.activeElement;
  return `${active?.tagName.toLowerCase()}.${active?.className} ${active?.getAttribute('aria-label') ?? ''}`;
}

/** Whether something in the widget moves or fades. Runs in the page. */
function isMoving(): boolean {
  const root = document.querySelector('handrail-host')?.shadowRoot;
  return root?.getAnimations().some(one => one.playState === 'running') ?? false;
}

/** Reaches into the open shadow root the widget lives in. */
export function panelIn(page: EnginePage): PanelIn {
  const look = (wanted: Wanted) => page.evaluate(find, wanted);
  const name = (css: string, text: string) => (text ? `${css} “${text}”` : css);

  const click = async (css: string, text = '') => {
    let before: Point | undefined;
    const found = await until(`${name(css, text)} under the mouse`, async () => {
      const now = await look({ css, text });
      const isStill = before?.x === now?.middle.x && before?.y === now?.middle.y;
      before = now?.middle;
      return now?.hit && isStill ? now : null;
    });
    await page.click(found.middle);
  };
  return {
    see: async (css, text = '') => (await until(name(css, text), () => look({ css, text }))).words,
    gone: async (css, text = '') =>
      void (await until(`no ${name(css, text)}`, async () => !(await look({ css, text })))),
    click,
    async write(css, text) {
      await click(css);
      await page.type(text);
    },
    focused: async (css, text = '') =>
      void (await until(`the focus on ${name(css, text)}`, () => page.evaluate(hasFocus, { css, text }))),
    still: async () => void (await until('stillness', async () => !(await page.evaluate(isMoving)))),
    async tabTo(css, most) {
      for (let presses = 0; presses <= most; presses += 1) {
        if (await page.evaluate(hasFocus, { css })) return;
        await page.press('Tab');
      }
      throw new Error(
        `Tab did not reach ${css} in ${most} presses; the focus is on: ${await page.evaluate(focusInWords)}`,
      );
    },
  };
}
