import { chromium } from 'playwright-core';
import { type BenchResult, type BenchRow, calm, countFrom, machine } from './benchResult.js';
import { startHostPages } from './page/hostPages.js';
import { measureLoad, type PageLoad } from './page/measureLoad.js';
import { measureOpening } from './page/measureOpening.js';
import { checkout, createServerHome } from './startServer.js';
import { median, range, round } from './statistics.js';

const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const SLOWDOWN = 4;

const MEASURES: readonly { readonly name: string; readonly field: keyof PageLoad; readonly digits: number }[] = [
  { name: 'requests', field: 'requests', digits: 0 },
  { name: 'bytes over the wire', field: 'bytes', digits: 0 },
  { name: `script ms, ${SLOWDOWN}x slower`, field: 'scriptMs', digits: 1 },
  { name: `long tasks, ${SLOWDOWN}x slower`, field: 'longTasks', digits: 0 },
  { name: `longest task ms, ${SLOWDOWN}x slower`, field: 'longestMs', digits: 0 },
  { name: 'layout shift (CLS)', field: 'shift', digits: 4 },
  { name: 'stored entries before the first act', field: 'stored', digits: 0 },
  { name: 'sockets before the first act', field: 'sockets', digits: 0 },
];

/**
 * The page it sits on: a page of text with and without the script tag, loaded in turn in real Chromium
 * (`HANDRAIL_CHROMIUM`), then the time from the click on the launcher to the panel. Rounds: `ROUNDS` (9).
 */
export async function run(): Promise<BenchResult> {
  const rounds = countFrom('ROUNDS', 9);
  const before = calm();
  const pages = await startHostPages();
  const home = createServerHome(configFor(pages.origin));
  const [server, browser] = await Promise.all([
    home.start(),
    chromium.launch({ executablePath: process.env.HANDRAIL_CHROMIUM ?? '/usr/bin/chromium', args: ARGS }),
  ]);
  pages.use(server.origin);
  const [plain, widget]: [PageLoad[], PageLoad[]] = [[], []];
  const [opened, openedSlow]: [number[], number[]] = [[], []];
  try {
    for (let place = 0; place < rounds; place += 1) {
      plain.push(await measureLoad(browser, `${pages.origin}/plain`, SLOWDOWN));
      widget.push(await measureLoad(browser, `${pages.origin}/widget`, SLOWDOWN));
      opened.push(await measureOpening(browser, `${pages.origin}/widget`, 1));
      openedSlow.push(await measureOpening(browser, `${pages.origin}/widget`, SLOWDOWN));
    }
    const notes = [
      machine(),
      before,
      `Chromium ${browser.version()}, headless; ${rounds} loads each, in turn, each in a browser context of its own with nothing cached.`,
      'Medians, and ranges of the page with the widget. Panel: files cached by an earlier page, this one has not read them yet.',
    ];
    return { rows: [...MEASURES.map(loadRow(plain, widget)), ...openingRows(opened, openedSlow)], notes };
  } finally {
    await Promise.all([browser.close(), server.stop(), pages.stop()]);
    home.remove();
  }
}

function configFor(origin: string): Record<string, unknown> {
  const widget = { name: 'Bench', locales: ['en'] };
  return { sites: [{ id: 'demo', widget, origins: [origin], knowledge: `${checkout}examples/shop/help` }] };
}

function loadRow(plain: readonly PageLoad[], widget: readonly PageLoad[]) {
  return ({ name, field, digits }: (typeof MEASURES)[number]): BenchRow => {
    const [without, having] = [plain, widget].map(loads => loads.map(load => load[field])) as [number[], number[]];
    return {
      measure: name,
      'plain page': round(median(without), digits),
      'with widget': round(median(having), digits),
      range: range(having, digits),
      added: round(median(having) - median(without), digits),
    };
  };
}

function openingRows(opened: readonly number[], openedSlow: readonly number[]): BenchRow[] {
  const row = (measure: string, values: readonly number[]) => ({
    measure,
    'with widget': round(median(values)),
    range: range(values),
  });
  return [
    row('click to panel painted, ms', opened),
    row(`click to panel painted, ms, ${SLOWDOWN}x slower`, openedSlow),
  ];
}
