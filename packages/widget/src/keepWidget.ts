import { createWidget, type Widget } from './createWidget.js';
import type { WidgetOptions } from './widgetOptions.js';

/** Options that may change while the widget is in the page. */
export interface LiveWidgetOptions extends WidgetOptions {
  /** Default: `config.theme`. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** `true` takes launcher and panel off the screen; conversations go on. Default: `config.launcher.hidden`. */
  readonly hidden?: boolean;
}

/** A widget that follows its options. */
export interface KeptWidget {
  /** The widget as it is now; another one after an update that needed it. */
  readonly widget: Widget;
  /**
   * `locale`, `theme` and `hidden` change the widget that is there, `contact` is taken as it is when it is needed. When anything
   * else differs by value, the widget ends and one of the new options takes its place.
   */
  update(options: LiveWidgetOptions): void;
  /** Takes everything out of the page. */
  destroy(): void;
}

/** Puts a widget into the page that follows its options, for bindings to frameworks that tell the whole of them each time. */
export function keepWidget(options: LiveWidgetOptions): KeptWidget {
  let now = options;
  // As texts: settings may be changed in place, where what was there before is gone.
  let [fixed, theme] = [fixedPart(options), themeOf(options)];
  let widget = make();

  function make(): Widget {
    const { hidden, contact, config, theme: _, ...rest } = now;
    const made = createWidget({
      ...rest,
      config: { ...config, theme },
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
      const before = { ...now, fixed, theme };
      now = next;
      [fixed, theme] = [fixedPart(next), themeOf(next)];
      if (fixed !== before.fixed) {
        widget.destroy();
        widget = make();
        return;
      }
      // A panel whose code cannot be fetched shows the old words; the next press of the button tries again.
      if (next.locale && next.locale !== before.locale) widget.setLocale(next.locale).catch(() => {});
      if (theme !== before.theme) widget.setTheme(theme).catch(() => {});
      if (Boolean(next.hidden) !== Boolean(before.hidden)) next.hidden ? widget.hide() : widget.show();
    },
    destroy: () => widget.destroy(),
  };
}

const themeOf = ({ theme, config }: LiveWidgetOptions) => theme ?? config.theme ?? 'auto';

/** What a widget cannot change while it lives, as a text to compare. */
function fixedPart({ server, site, knowledge, flow, assets, contact, config }: LiveWidgetOptions): string {
  const { theme, ...fixed } = config;
  return JSON.stringify([server, site, knowledge, flow, assets, contact !== undefined, fixed]);
}
