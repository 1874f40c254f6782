import { createWidget } from './createWidget.js';
import type { WidgetUpdate } from './more/update.js';
import type { Widget } from './widget.js';
import type { WidgetOptions } from './widgetOptions.js';

/** Options that may change while the widget is in the page. */
export interface LiveWidgetOptions extends WidgetOptions {
  /** Default: `config.theme`. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** `true` takes launcher and panel off the screen; conversations go on. Default: `false`. */
  readonly hidden?: boolean;
}

/** A widget that follows its options. */
export interface KeptWidget {
  /** The widget as it is now; another one after an update that needed it. */
  readonly widget: Widget;
  /**
   * What `Widget.update` knows changes the widget that is there, `contact` is taken as it is when it is needed. When anything
   * else differs by value, or an option is taken away, the widget ends and one of the new options takes its place.
   */
  update(options: LiveWidgetOptions): void;
  /** Takes everything out of the page. */
  destroy(): void;
}

/** Puts a widget into the page that follows its options, for bindings to frameworks that tell the whole of them each time. */
export function keepWidget(options: LiveWidgetOptions): KeptWidget {
  let now = options;
  // As texts: settings may be changed in place, where what was there before is gone.
  let [fixed, live, hidden] = [fixedPart(options), livePart(options), options.hidden ?? false];
  let widget = make();

  function make(): Widget {
    const { hidden: _, contact, config, theme, ...rest } = now;
    const made = createWidget({
      ...rest,
      config: { ...config, theme: theme ?? config.theme ?? 'auto' },
      ...(contact ? { contact: (...given) => now.contact?.(...given) } : {}),
    });
    if (hidden) made.hide();
    return made;
  }

  return {
    get widget() {
      return widget;
    },
    update(next) {
      const before = { fixed, live, hidden };
      now = next;
      [fixed, live, hidden] = [fixedPart(next), livePart(next), next.hidden ?? false];
      if (fixed !== before.fixed || isLess(before.live, live)) {
        widget.destroy();
        widget = make();
        return;
      }
      if (hidden !== before.hidden) hidden ? widget.hide() : widget.show();
      const changes = Object.entries(live).filter(([name, value]) => value !== before.live[name as keyof WidgetUpdate]);
      if (changes.length === 0) return;
      const update = Object.fromEntries(changes.map(([name, value]) => [name, JSON.parse(value)])) as WidgetUpdate;
      // What cannot be fetched shows the old words; the next change tries again.
      widget.update(update).catch(() => {});
    },
    destroy: () => widget.destroy(),
  };
}

type LivePart = Readonly<Partial<Record<keyof WidgetUpdate, string>>>;

/** What changes where it stands, each as a text to compare. */
function livePart({ locale, theme, texts, config }: LiveWidgetOptions): LivePart {
  const { name, accent, articleUrl, launcher } = config;
  const all = { locale, theme: theme ?? config.theme ?? 'auto', texts, name, accent, articleUrl, launcher };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, JSON.stringify(value)]));
}

/** Nothing says what it was without an option that is gone; one among several it leaves as it is. */
const isLess = (before: LivePart, after: LivePart) =>
  Object.entries(before).some(([name, text]) => {
    const next = after[name as keyof LivePart];
    if (next === undefined) return true;
    if (name !== 'launcher' && name !== 'texts') return false;
    return Object.keys(JSON.parse(text)).some(key => !Object.hasOwn(JSON.parse(next), key));
  });

/** What a widget cannot change while it lives, as a text to compare. */
function fixedPart(options: LiveWidgetOptions): string {
  const { server, site, knowledge, flow, assets, contact, consent, target, config } = options;
  const { theme, name, accent, articleUrl, launcher, ...rest } = config;
  const where = typeof target === 'object' ? numberOf(target) : target;
  return JSON.stringify([server, site, knowledge, flow, assets, contact !== undefined, consent, where, rest]);
}

const numbers = new WeakMap<Element, number>();
let numbered = 0;

/** Tells elements apart in a text. */
function numberOf(element: Element): number {
  const number = numbers.get(element) ?? ++numbered;
  numbers.set(element, number);
  return number;
}
