import type { Catalogue } from '../text/en.js';
import { widgetError } from '../widgetError.js';
import type { WidgetOptions } from '../widgetOptions.js';
import type { WidgetParts } from '../widgetParts.js';
import { followOwnLauncher } from './ownLauncher.js';
import { placeOnPhones } from './placeOnPhones.js';

/** What can change while a widget is in the page; what is not named stays as it is. */
export interface WidgetUpdate {
  readonly locale?: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  /** `true` takes launcher and panel off the screen; conversations go on. */
  readonly hidden?: boolean;
  /** The shop's or product's name. */
  readonly name?: string;
  /** Accent colour as `#rrggbb`. */
  readonly accent?: string;
  /** Where articles open in a tab of their own. */
  readonly articleUrl?: string;
  /** Own words for texts of the widget, by key; they stand in every language. */
  readonly texts?: WidgetTexts;
  readonly launcher?: {
    readonly side?: 'start' | 'end';
    /** Pixels from the side and from the bottom. */
    readonly offset?: { readonly x: number; readonly y: number };
    readonly zIndex?: number;
    /** `true` takes the launcher alone off the screen. */
    readonly hidden?: boolean;
    /** Selector of elements of the page that open the panel instead. */
    readonly element?: string;
    /** Where it stands on screens below 480 px. */
    readonly phone?: { readonly offset: { readonly x: number; readonly y: number } };
  };
}

/** Own words for texts of the widget, by key. */
export type WidgetTexts = { readonly [K in keyof Catalogue as Catalogue[K] extends string ? K : never]?: string };

type Check = readonly [expected: string, holds: (value: unknown) => boolean];

const text: Check = ['a text', value => typeof value === 'string' && value !== ''];
const flag: Check = ['true or false', value => typeof value === 'boolean'];
const oneOf = (...all: string[]): Check => [`one of ${all.join(', ')}`, value => all.includes(value as string)];
const isPixels = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const object: Check = ['an object', value => typeof value === 'object' && value !== null];

const OPTIONS: Readonly<Record<string, Check>> = {
  locale: text,
  theme: oneOf('auto', 'light', 'dark'),
  hidden: flag,
  name: text,
  accent: ['a colour as #rrggbb', value => /^#[0-9a-f]{6}$/i.test(String(value))],
  articleUrl: text,
  texts: object,
  launcher: object,
};
const offset: Check = [
  'x and y in whole pixels, 0 or more',
  value => isPixels((value as { x: unknown })?.x) && isPixels((value as { y: unknown })?.y),
];
const LAUNCHER: Readonly<Record<string, Check>> = {
  side: oneOf('start', 'end'),
  offset,
  zIndex: ['a whole number', Number.isInteger],
  hidden: flag,
  element: text,
  phone: object,
};

function check(where: string, given: unknown, checks: Readonly<Record<string, Check>>): void {
  if (!object[1](given)) throw wrong(where, 'an object', given);
  for (const [name, value] of Object.entries(given as object)) {
    const known = Object.hasOwn(checks, name) && checks[name];
    if (!known) throw wrong(`${where}: /${name}`, `one of ${Object.keys(checks).join(', ')}`, name);
    if (value !== undefined && !known[1](value)) throw wrong(`${where}: /${name}`, known[0], value);
  }
}

const wrong = (where: string, expected: string, got: unknown) =>
  widgetError('bad_request', `${where}: expected ${expected}, got ${JSON.stringify(got) ?? typeof got}.`);

/** Changes what stands in the page, and what a panel that is fetched later begins with. */
export async function update(parts: WidgetParts, given: WidgetUpdate): Promise<void> {
  check('update', given, OPTIONS);
  if (given.launcher) check('update: /launcher', given.launcher, LAUNCHER);
  if (given.launcher?.phone) check('update: /launcher/phone', given.launcher.phone, { offset });
  if (given.texts) await checkTexts(given.texts);
  parts.options = merged(parts.options, given);
  parts.dress();
  placeOnPhones(parts);
  if (given.launcher?.element !== undefined) followOwnLauncher(parts);
  const hides = given.hidden ?? given.launcher?.hidden ?? (given.launcher?.element === undefined ? undefined : true);
  if (given.hidden !== undefined) parts.widget()[given.hidden ? 'hide' : 'show']();
  else if (hides !== undefined) parts.launcher.button.hidden = hides;
  await parts.panel()?.update(parts.options);
}

/** Plurals have a form for each number of a language; one text would be wrong for most. */
async function checkTexts(texts: WidgetTexts): Promise<void> {
  const { en } = await import('../text/en.js');
  for (const [key, words] of Object.entries(texts)) {
    if (typeof (en as Readonly<Record<string, unknown>>)[key] !== 'string')
      throw wrong(`update: /texts/${key}`, 'the key of a text of the widget', key);
    if (typeof words !== 'string') throw wrong(`update: /texts/${key}`, 'a text', words);
  }
}

function merged(options: WidgetOptions, given: WidgetUpdate): WidgetOptions {
  const { hidden: _, locale, texts, launcher, ...config } = given;
  return {
    ...options,
    ...(locale === undefined ? {} : { locale }),
    ...(texts === undefined ? {} : { texts: { ...options.texts, ...texts } }),
    config: {
      ...options.config,
      ...config,
      ...(launcher ? { launcher: { ...options.config.launcher, ...launcher } } : {}),
    },
  };
}
