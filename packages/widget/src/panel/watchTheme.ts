import type { WidgetConfig } from '@handrail/protocol';
import { accentColours } from '../theme/accent.js';

const ROLES = {
  accent: '--accent',
  hover: '--accent-hover',
  onAccent: '--on-accent',
  tint: '--tint',
  tint2: '--tint2',
} as const;

/** Follows the system's theme unless one is set, and computes the colours of the site's accent for it. */
export function watchTheme(host: HTMLElement, config: WidgetConfig, changed: (dark: boolean) => void) {
  const media = matchMedia('(prefers-color-scheme: dark)');
  let chosen = config.theme ?? 'auto';

  function apply() {
    const dark = chosen === 'dark' || (chosen === 'auto' && media.matches);
    const own = config.accent ? accentColours(config.accent, dark ? 'dark' : 'light') : null;
    if (own) {
      for (const [role, property] of Object.entries(ROLES)) {
        host.style.setProperty(`--site${property.slice(1)}`, own[role as keyof typeof own]);
      }
      host.style.setProperty('--hr-accent', own.accent);
      host.style.setProperty('--hr-accent-hover', own.hover);
      host.style.setProperty('--hr-on-accent', own.onAccent);
    } else {
      host.style.setProperty('--hr-accent', dark ? '#74cbae' : '#14614e');
      host.style.setProperty('--hr-accent-hover', dark ? '#93d9c1' : '#0e4c3d');
      host.style.setProperty('--hr-on-accent', dark ? '#08261d' : '#ffffff');
    }
    changed(dark);
  }

  media.addEventListener('change', apply);
  apply();
  return {
    set(theme: 'auto' | 'light' | 'dark') {
      chosen = theme;
      apply();
    },
    stop: () => media.removeEventListener('change', apply),
  };
}
