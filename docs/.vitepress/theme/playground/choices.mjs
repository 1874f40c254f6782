/** What the widget has when nothing is chosen. */
export const DEFAULTS = {
  name: 'Handrail',
  accent: '#14614e',
  theme: 'auto',
  side: 'end',
  corners: 'round',
  locale: 'en',
};

export const THEMES = { auto: 'As the system', light: 'Light', dark: 'Dark' };
export const SIDES = { end: 'End of the line', start: 'Start of the line' };
export const CORNERS = { round: 'Round', soft: 'Soft', square: 'Square' };
export const LOCALES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  ar: 'العربية',
  ja: '日本語',
  'zh-Hans': '简体中文',
};

/** Radius of panel and launcher; `round` is how they are. */
const RADII = { soft: [8, 12], square: [2, 4] };

/** Settings as the script tag has them, without what is the default anyway. */
export function tagData({ name, accent, theme, side, locale }) {
  return {
    name,
    accent,
    ...(theme === 'auto' ? {} : { theme }),
    ...(side === 'end' ? {} : { side }),
    ...(locale === 'en' ? {} : { locales: locale }),
  };
}

/** The line to paste, for static mode. */
export function tagText(choices) {
  const lines = Object.entries(tagData(choices)).map(([key, value]) => `\n  data-${key}="${quoted(value)}"`);
  return `<script async src="/handrail/handrail.js"\n  data-knowledge="/help/"${lines.join('')}></script>`;
}

/** The same for live mode: `widget` of a site in `handrail.json`. */
export function configText(choices) {
  const { side, locales, ...widget } = tagData(choices);
  const more = { ...(locales ? { locales: [locales] } : {}), ...(side ? { launcher: { side } } : {}) };
  return JSON.stringify({ widget: { ...widget, ...more } }, null, 2);
}

/** The sheet for corners of one's own; empty for those the widget has. */
export function sheetText({ corners }) {
  if (!RADII[corners]) return '';
  const [panel, launcher] = RADII[corners];
  const rule = (part, radius) => `handrail-host::part(${part}) {\n  border-radius: ${radius}px;\n}`;
  return `${rule('panel', panel)}\n${rule('launcher', launcher)}`;
}

const quoted = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
