import { type Browser, chromium } from 'playwright-core';
import { type BenchResult, type BenchRow, calm, countFrom, machine } from './benchResult.js';
import { comparePeers, subjectsOf } from './page/comparePeers.js';
import { type HostPages, startHostPages } from './page/hostPages.js';
import { measureLoad, type PageLoad } from './page/measureLoad.js';
import { measureOpening } from './page/measureOpening.js';
import { startPeerFiles } from './page/peerFiles.js';
import { PEERS } from './page/peers.js';
import { checkout, createServerHome } from './startServer.js';
import { median, range, round } from './statistics.js';

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  // Nothing leaves this machine, whatever a widget asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];
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
 * (`HANDRAIL_CHROMIUM`), then the time from the click on the launcher to the panel; after that the widget beside those of
 * others on the same page, at full speed and slower. Rounds: `ROUNDS` (9).
 */
export async function run(): Promise<BenchResult> {
  const rounds = countFrom('ROUNDS', 9);
  const before = calm();
  const [pages, peers] = await Promise.all([startHostPages(), startPeerFiles(PEERS)]);
  const home = createServerHome(configFor(pages.origin));
  const [server, browser] = await Promise.all([
    home.start(),
    chromium.launch({ executablePath: process.env.HANDRAIL_CHROMIUM ?? '/usr/bin/chromium', args: ARGS }),
  ]);
  const subjects = subjectsOf(server.origin, peers.origin);
  const embeds = Object.fromEntries(subjects.map(({ path, embed }) => [path, embed]));
  pages.use({ ...embeds, '/widget': { head: `<script async src="${server.origin}/w/demo.js"></script>` } });
  try {
    const own = await measureOwn(browser, pages, rounds);
    const beside = [
      await comparePeers(browser, pages, subjects, { rounds, slowdown: 1 }),
      await comparePeers(browser, pages, subjects, { rounds, slowdown: SLOWDOWN }),
    ];
    const tables = [{ title: 'Page with and without the widget', rows: own }, ...beside];
    return { rows: tables.flatMap(table => table.rows), tables, notes: notesOf(before, browser, rounds) };
  } finally {
    await Promise.all([browser.close(), server.stop(), pages.stop(), peers.stop()]);
    home.remove();
  }
}

async function measureOwn(browser: Browser, pages: HostPages, rounds: number): Promise<BenchRow[]> {
  const [plain, widget]: [PageLoad[], PageLoad[]] = [[], []];
  const [opened, openedSlow]: [number[], number[]] = [[], []];
  for (let place = 0; place < rounds; place += 1) {
    plain.push(await measureLoad(browser, `${pages.origin}/plain`, SLOWDOWN));
    widget.push(await measureLoad(browser, `${pages.origin}/widget`, SLOWDOWN));
    opened.push(await measureOpening(browser, `${pages.origin}/widget`, 1));
    openedSlow.push(await measureOpening(browser, `${pages.origin}/widget`, SLOWDOWN));
  }
  return [...MEASURES.map(loadRow(plain, widget)), ...openingRows(opened, openedSlow)];
}

function notesOf(before: string, browser: Browser, rounds: number): string[] {
  return [
    machine(),
    before,
    `Chromium ${browser.version()}, headless; ${rounds} loads each, in turn, each in a browser context of its own with nothing cached.`,
    'First table: medians, and ranges of the page with the widget. Panel: files cached by an earlier page, this one has not read them yet.',
    'Other tables: each widget by the shortest way of its README, its files from this machine by brotli, its server a stand-in with the first answers. Before: until 1.5 s after the launcher was drawn. Usable: until 1.5 s after the field to write into was, nothing cached before the click; the page itself is counted. Other hosts are asked for in vain. deep-chat has no launcher: it stands open in the page, its field is what is waited for.',
  ];
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
