import { keepWidget, type LiveWidgetOptions, type Widget } from '@handrail/widget';
import type { ActionReturn } from 'svelte/action';

/** What the action takes. */
export interface HandrailWidgetOptions extends LiveWidgetOptions {
  /** Gets the widget, and again when another took its place. */
  readonly onwidget?: (widget: Widget) => void;
}

/**
 * An action, `<svelte:body use:handrailWidget={options} />`: launcher and panel, in the page as long as the element. What
 * `Widget.update` knows changes it where it stands, other options begin another.
 */
export function handrailWidget(_node: unknown, options: HandrailWidgetOptions): ActionReturn<HandrailWidgetOptions> {
  const kept = keepWidget(options);
  let told: Widget | null = null;
  const tell = ({ onwidget }: HandrailWidgetOptions) => {
    if (kept.widget !== told) onwidget?.(kept.widget);
    told = kept.widget;
  };
  tell(options);
  return {
    update(next) {
      kept.update(next);
      tell(next);
    },
    destroy: kept.destroy,
  };
}
