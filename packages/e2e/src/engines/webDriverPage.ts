import type { EnginePage, Key } from './engine.js';
import type { WebDriverSession } from './webDriver.js';

/** Code points that stand for keys without a character (WebDriver, section 17.4.2). */
const KEYS: Readonly<Record<Key, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
};

/** The page of a WebDriver session; closing it ends the session. */
export function webDriverPage({ browserVersion, call, close }: WebDriverSession): EnginePage {
  const act = async (source: object) => void (await call('POST', '/actions', { actions: [source] }));
  const keys = (values: readonly string[]) =>
    act({
      type: 'key',
      id: 'keyboard',
      actions: values.flatMap(value => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    });
  const evaluate: EnginePage['evaluate'] = async <A extends readonly unknown[], R>(
    work: (...args: A) => R,
    ...args: A
  ) => (await call('POST', '/execute/sync', { script: `return (${work}).apply(null, arguments)`, args })) as R;

  return {
    version: browserVersion,
    goto: async url => void (await call('POST', '/url', { url })),
    reload: async () => void (await call('POST', '/refresh', {})),
    evaluate,
    click: ({ x, y }) =>
      act({
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }),
    type: text => keys([...text]),
    press: key => keys([KEYS[key]]),
    async resize(width, height) {
      // A window is larger than its page by its bars.
      const bars = await evaluate(() => ({ x: outerWidth - innerWidth, y: outerHeight - innerHeight }));
      await call('POST', '/window/rect', { width: width + bars.x, height: height + bars.y });
    },
    async picture() {
      // WebKitGTK answers with the frame on the screen, which is older than what the page has just drawn.
      await call('POST', '/execute/async', { script: `(${afterNextFrame})(arguments[0])`, args: [] });
      return Buffer.from((await call('GET', '/screenshot')) as string, 'base64');
    },
    close,
  };
}

/** Runs in the page. */
function afterNextFrame(go: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(go));
}
