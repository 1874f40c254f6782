import type { WidgetConfig } from '@handrail/protocol';

const ROLES = { accent: 'accent', hover: 'accent-hover', onAccent: 'on-accent', tint: 'tint', tint2: 'tint2' } as const;

/** Follows the system's theme unless one is set, and computes the colours of the site's accent for it. */
export function watchTheme(host: HTMLElement, config: WidgetConfig, changed: (dark: boolean) => void) {
  const media = matchMedia('(prefers-color-scheme: dark)');
  let { theme: chosen = 'auto', accent } = config;

  const set = (property: string, value: string) => host.style.setProperty(property, value);

  async function colour(accent: string, dark: boolean) {
    const { accentColours } = await import('../theme/accent.js');
    const own = accentColours(accent, dark ? 'dark' : 'light');
    for (const [role, property] of Object.entries(ROLES)) {
      set(`--site-${property}`, own[role as keyof typeof own]);
      set(`--hr-${property}`, own[role as keyof typeof own]);
    }
  }

  function apply() {
    const dark = chosen === 'dark' || (chosen === 'auto' && media.matches);
    if (accent) void colour(accent, dark).catch(() => {});
    else {
      set('--hr-accent', dark ? '#74cbae' : '#14614e');
      set('--hr-accent-hover', dark ? '#93d9c1' : '#0e4c3d');
      set('--hr-on-accent', dark ? '#08261d' : '#ffffff');
    }
    changed(dark);
  }

  media.addEventListener('change', apply);
  apply();
  return {
    /** @param own another accent of the site; the same as before where it is not given */
    set(theme: 'auto' | 'light' | 'dark', own = accent) {
      chosen = theme;
      accent = own;
      apply();
    },
    stop: () => media.removeEventListener('change', apply),
  };
}
