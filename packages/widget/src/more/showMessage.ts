import { widgetError } from '../widgetError.js';
import type { WidgetParts } from '../widgetParts.js';
import { showBubble } from './bubble.js';
import { readDismissed, writeDismissed } from './dismissed.js';
import { type Greeting, type GreetingText, type ShowOptions, textFor } from './greeting.js';

/** What a widget knows of its greetings. */
interface Shown {
  /** Takes away the one that is there. */
  away: (() => void) | null;
  /** How many this page has shown. */
  count: number;
  /** What was dismissed while storage was refused. */
  readonly dismissed: Set<string>;
}

const all = new WeakMap<WidgetParts['host'], Shown>();

/**
 * Shows a greeting. Resolves to whether it is on the screen: not while the panel is open or the widget hidden, not one the
 * customer dismissed, and not more than `mostMessages`; `force` passes over the last two.
 */
export async function showMessage(
  parts: WidgetParts,
  message: string | GreetingText,
  options: ShowOptions = {},
): Promise<boolean> {
  const greeting = readMessage(parts, message);
  const { delay = 0, force = false } = readOptions(options);
  if (delay > 0) await new Promise(resolve => setTimeout(resolve, delay));
  return show(parts, greeting, force);
}

function show(parts: WidgetParts, greeting: GreetingText & Partial<Greeting>, force: boolean): boolean {
  const { host, launcher, options } = parts;
  const shown = all.get(host) ?? { away: null, count: 0, dismissed: new Set() };
  all.set(host, shown);
  const site = options.site ?? 'static';
  const { id } = greeting;
  const isDone = id !== undefined && (shown.dismissed.has(id) || readDismissed(site).includes(id));
  const isMuch = shown.count >= (options.config.mostMessages ?? 1);
  if (!host.element.isConnected || launcher.button.hidden || parts.widget().getState().open) return false;
  if (!force && (isDone || isMuch)) return false;
  shown.away?.();
  shown.count += 1;
  const { locale } = parts.widget().getState();
  const text = textFor(greeting.text, locale);
  const event = { ...(id === undefined ? {} : { id }), text };
  const done = () => {
    shown.away?.();
    if (id === undefined) return;
    shown.dismissed.add(id);
    // Who answered has acted, too: it need not ask again.
    if (parts.widget().getState().consent.storage) writeDismissed(site, id);
  };
  const remove = showBubble(parts, {
    text,
    locale,
    dismissed() {
      done();
      parts.tell('greeting:dismiss', event);
    },
    chosen() {
      done();
      parts.tell('greeting:click', event);
      void follow(parts, greeting, text).catch(() => {});
    },
  });
  parts.tell('greeting:shown', event);
  const stop = parts.widget().on('open', () => shown.away?.());
  const stopHide = parts.widget().on('hide', () => shown.away?.());
  shown.away = () => {
    shown.away = null;
    stop();
    stopHide();
    remove();
  };
  return true;
}

/** Opens where the greeting leads. What it said stands in the chat it opens: the customer answers it there. */
async function follow(parts: WidgetParts, { article, open = 'chat' }: GreetingText, text: string): Promise<void> {
  if (article !== undefined) return parts.widget().openArticle(article);
  if (open === 'chat') {
    const { client } = await parts.load();
    await client.greet({ text }).catch(() => {});
  }
  return parts.widget().open(open);
}

function readMessage({ options }: WidgetParts, message: string | GreetingText): GreetingText & Partial<Greeting> {
  const { messages = [] } = options.config;
  if (typeof message === 'string') {
    const known = messages.find(({ id }) => id === message);
    if (known) return known;
    const ids = messages.map(({ id }) => id).join(', ') || 'none';
    throw widgetError('bad_request', `showMessage: expected a message of the settings (${ids}), got "${message}".`);
  }
  const text = message?.text;
  const isText = typeof text === 'string' ? text.trim() !== '' : typeof text === 'object' && text !== null;
  if (isText) return message;
  throw widgetError('bad_request', `showMessage: expected an id or an object with \`text\`, got ${typeof message}.`);
}

function readOptions(options: ShowOptions): ShowOptions {
  const { delay = 0 } = options ?? {};
  if (Number.isFinite(delay) && delay >= 0) return options ?? {};
  throw widgetError('bad_request', `showMessage: /delay: expected milliseconds, 0 or more, got ${String(delay)}.`);
}
