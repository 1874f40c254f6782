import type { WidgetConfig } from '@handrail/protocol';

/** Settings as attributes have them: texts, lists separated by spaces or commas. */
export type ConfigTexts = {
  readonly [K in 'name' | 'locales' | 'accent' | 'theme' | 'side' | 'popular' | 'mailto']?: string | undefined;
};

/**
 * Settings from the attributes of an element. What has no valid form is passed over.
 * @param title the name where none is given
 */
export function readWidgetConfig(data: ConfigTexts, title: string): WidgetConfig {
  return {
    name: data.name ?? title,
    ...(data.locales ? { locales: data.locales.split(/[\s,]+/) } : {}),
    ...(data.accent && /^#[0-9a-f]{6}$/i.test(data.accent) ? { accent: data.accent } : {}),
    ...(data.theme === 'light' || data.theme === 'dark' ? { theme: data.theme } : {}),
    ...(data.side === 'start' ? { launcher: { side: 'start' } } : {}),
    ...(data.popular === undefined ? {} : { popular: data.popular.split(/[\s,]+/).filter(Boolean) }),
    ...(data.mailto ? { mailto: data.mailto.replace(/^mailto:/, '') } : {}),
  };
}
