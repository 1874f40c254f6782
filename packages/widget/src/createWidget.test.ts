import '../test/styleSheets.js';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeClient } from '../test/fakeClient.js';
import { createWidget } from './createWidget.js';
import { importMore, importPanel } from './importFiles.js';
import { update } from './more/update.js';
import type { Panel } from './panel/mount.js';
import type { Widget } from './widget.js';
import type { WidgetOptions } from './widgetOptions.js';

/** A row of the table in the documentation. */
interface Command {
  readonly command: string;
  readonly where: readonly string[];
  readonly with: readonly unknown[];
}

const table = JSON.parse(readFileSync(`${import.meta.dirname}/../../dev/src/commands.json`, 'utf8')) as Command[];
const rows = table.filter(({ where }) => where.includes('widget')).map(row => [row.command, row] as const);

vi.mock('./importFiles.js', () => ({ importPanel: vi.fn(), importMore: vi.fn() }));

let client: ReturnType<typeof fakeClient>;
let calls: unknown[][];
let widgets: Widget[];

/** Writes down what reaches the panel, its client and the file of what is seldom done. */
const noting = <T extends object>(target: T, of: string): T =>
  new Proxy(target, {
    get(real, name) {
      const value = real[name as keyof T];
      if (typeof value !== 'function' || name === 'then') return value;
      return (...given: unknown[]) => {
        calls.push([`${of}.${String(name)}`, ...given]);
        return (value as unknown as (...given: unknown[]) => unknown)(...given);
      };
    },
  });

beforeEach(() => {
  localStorage.clear();
  vi.mocked(importPanel).mockClear();
  [calls, widgets] = [[], []];
  client = fakeClient();
  const quietly = async () => {};
  const names = ['open', 'toggle', 'navigate', 'search', 'openArticle', 'ask', 'newConversation', 'openConversation'];
  const more = ['sendMessage', 'requestHuman', 'rate', 'submitSurvey', 'setTheme', 'setLocale', 'reopen', 'close'];
  const panel = noting(
    {
      ...Object.fromEntries([...names, ...more, 'update', 'destroy'].map(name => [name, quietly])),
      getState: () => ({ open: true, unread: 2 }),
      client: noting(client, 'client'),
    } as unknown as Panel,
    'panel',
  );
  vi.mocked(importPanel).mockImplementation(async () => ({ mountPanel: async () => panel }) as never);
  vi.mocked(importMore).mockImplementation(
    async () =>
      ({
        update,
        showMessage: (_: unknown, ...given: unknown[]) => void calls.push(['showMessage', ...given]),
      }) as never,
  );
});
afterEach(() => {
  for (const widget of widgets) widget.destroy();
});

function make(options: Partial<WidgetOptions> = {}): Widget {
  const widget = createWidget({ server: 'https://help.example', site: 'shop', config: { name: 'Shop' }, ...options });
  widgets.push(widget);
  return widget;
}

const SPOKEN: Readonly<Record<string, unknown>> = {
  getToken: { getToken: async () => 'token' },
  tool: { run: () => ({}) },
  listener: () => {},
};
const run = async (widget: Widget, { command, with: given }: Command) =>
  (widget[command as keyof Widget] as (...given: unknown[]) => unknown)(
    ...given.map(one => SPOKEN[one as string] ?? one),
  );
const button = () => document.querySelector('handrail-host')?.shadowRoot?.querySelector('button') as HTMLButtonElement;

test('every command has its row, and every row its command', () => {
  expect(rows.map(([command]) => command).sort()).toEqual(Object.keys(make()).sort());
});

describe('each command reaches the panel, its client, or what is there already', () => {
  /** Done by the launcher's side alone. */
  const HERE = ['ready', 'show', 'hide', 'isOpen', 'getState', 'getUnreadCount', 'off', 'close', 'destroy', 'update'];
  /** Not before somebody is known here. */
  const KNOWN = ['endConversation', 'logout', 'identify'];
  test.each(rows)('%s', async (command, row) => {
    if (KNOWN.includes(command)) localStorage.setItem('handrail:shop:state', '{}');
    const widget = make();
    const done = run(widget, row);
    if (!['open', ...HERE].includes(command)) await widget.open();
    await done;
    const own = calls.filter(([name]) => String(name).split('.').at(-1) === command);
    if (HERE.includes(command))
      expect(own.filter(([name]) => name !== 'panel.close' && name !== 'panel.destroy')).toEqual([]);
    else expect(own).toHaveLength(1);
  });
});

describe('after destroy', () => {
  const QUIET = ['close', 'show', 'hide', 'isOpen', 'getState', 'getUnreadCount', 'off', 'destroy'];
  test.each(rows)('%s', async (command, row) => {
    const widget = make();
    widget.destroy();
    const outcome = run(widget, row);
    if (QUIET.includes(command)) await outcome;
    else await expect(outcome).rejects.toMatchObject({ code: 'destroyed' });
    expect(document.querySelector('handrail-host')).toBe(null);
  });
});

test('what is said before the panel is there is said once it is, in order, and fetches nothing', async () => {
  const widget = make();
  void widget.setAttributes({ plan: 'gold' });
  void widget.track('paid');
  const stop = widget.on('open', () => {});
  const heard = () => {};
  widget.once('close', heard);
  widget.off('close', heard);
  stop();
  widget.use({});
  expect(importPanel).not.toHaveBeenCalled();
  await widget.open();
  expect(calls.map(([name]) => name)).toEqual(['client.use', 'client.setAttributes', 'client.track', 'panel.open']);
});

test('ready, show and hide are heard before there is a client', async () => {
  const widget = make();
  const heard: string[] = [];
  for (const type of ['ready', 'show', 'hide'] as const) widget.on(type, event => heard.push(event.type));
  widget.once('hide', () => heard.push('once'));
  await widget.ready();
  await Promise.resolve();
  widget.hide();
  expect(button().hidden).toBe(true);
  widget.show();
  widget.hide();
  expect(heard).toEqual(['ready', 'hide', 'once', 'show', 'hide']);
});

test('what is no listener is refused with a code', () => {
  expect(() => make().on('open', 7 as never)).toThrow(expect.objectContaining({ code: 'bad_request' }));
});

test('consent is known at once, and what is kept here goes at once', async () => {
  const widget = make({ consent: { ai: false } });
  void widget.setConsent({ analytics: false });
  expect(widget.getState().consent).toEqual({ storage: true, analytics: false, ai: false });
  expect(importPanel).not.toHaveBeenCalled();
  localStorage.setItem('handrail:shop:draft', 'half a word');
  void widget.setConsent({ storage: false });
  await vi.waitFor(() => expect(client.setConsent).toHaveBeenCalledTimes(2));
});

test('update: what the launcher shows, and what the panel begins with', async () => {
  const widget = make({ config: { name: 'Shop', launcher: { side: 'start', offset: { x: 10, y: 12 } } } });
  const host = document.querySelector('handrail-host') as HTMLElement;
  expect(button().className).toBe('launcher start');
  await widget.update({ accent: '#aa0000', launcher: { side: 'end', zIndex: 9, hidden: true }, locale: 'de' });
  expect(button().className).toBe('launcher');
  expect(button().hidden).toBe(true);
  expect(host.style.getPropertyValue('--hr-accent')).toBe('#aa0000');
  expect([host.style.getPropertyValue('--handrail-z'), host.style.getPropertyValue('--hr-x')]).toEqual(['9', '10px']);
  await widget.open();
  await widget.update({ theme: 'dark', texts: { close: 'Away' } });
  const [, options] = calls.findLast(([name]) => name === 'panel.update') as [string, WidgetOptions];
  expect(options.config).toMatchObject({ name: 'Shop', theme: 'dark', accent: '#aa0000' });
  expect(options.config.launcher).toEqual({ side: 'end', offset: { x: 10, y: 12 }, zIndex: 9, hidden: true });
  expect(options.texts).toEqual({ close: 'Away' });
});

test.each([
  [7, 'update: expected an object, got 7.'],
  [{ site: 'other' }, 'update: /site: expected one of locale, theme, hidden'],
  [{ accent: 'red' }, 'update: /accent: expected a colour as #rrggbb, got "red".'],
  [{ launcher: { side: 'left' } }, 'update: /launcher: /side: expected one of start, end, got "left".'],
  [{ launcher: { offset: { x: 1 } } }, '/offset: expected x and y in whole pixels, 0 or more, got {"x":1}.'],
  [{ texts: { nowhere: 'x' } }, 'update: /texts/nowhere: expected the key of a text of the widget, got "nowhere".'],
  [{ texts: { unread: 'x' } }, 'update: /texts/unread: expected the key'],
  [{ texts: { close: 7 } }, 'update: /texts/close: expected a text, got 7.'],
])('update(%j) is refused, and nothing changes', async (given, words) => {
  const widget = make({ config: { name: 'Shop', accent: '#112233' } });
  await expect(widget.update(given as never)).rejects.toMatchObject({
    code: 'bad_request',
    message: expect.stringContaining(words),
  });
  const host = document.querySelector('handrail-host') as HTMLElement;
  expect(host.style.getPropertyValue('--hr-accent')).toBe('#112233');
});
