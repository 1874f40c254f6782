/** The colours a site's accent leads to, for one theme. */
export interface AccentColours {
  readonly accent: string;
  readonly hover: string;
  readonly onAccent: string;
  readonly tint: string;
  readonly tint2: string;
}

type Rgb = readonly [number, number, number];
type Lch = readonly [number, number, number];

/** What the panel is drawn on. */
export const SURFACES = { light: '#ffffff', dark: '#191b19' } as const;
/** WCAG 2.2, success criterion 1.4.3. */
const TEXT_CONTRAST = 4.5;

/**
 * Accent, its hover, the text on it and two tints. The hue stays the site's; lightness moves in OKLCH until text in the
 * accent on the surface, and text on the accent, both reach 4.5:1.
 */
export function accentColours(accent: string, theme: 'light' | 'dark'): AccentColours {
  const dark = theme === 'dark';
  const surface = SURFACES[theme];
  const [, chroma, hue] = toLch(parse(accent));
  let [lightness] = toLch(parse(accent));
  if (dark && lightness < 0.72) lightness = 0.78;
  const step = dark ? 0.01 : -0.01;
  let colour = format([lightness, Math.min(chroma, dark ? 0.13 : chroma), hue]);
  while (contrast(colour, surface) < TEXT_CONTRAST && lightness > 0 && lightness < 1) {
    lightness += step;
    colour = format([lightness, chroma, hue]);
  }
  const soft = Math.min(chroma, 0.04);
  return {
    accent: colour,
    hover: format([lightness + (dark ? 0.06 : -0.07), chroma, hue]),
    onAccent: contrast('#ffffff', colour) >= TEXT_CONTRAST ? '#ffffff' : format([0.22, Math.min(chroma, 0.05), hue]),
    tint: format(dark ? [0.3, soft * 0.8, hue] : [0.955, soft * 0.35, hue]),
    tint2: format(dark ? [0.38, soft, hue] : [0.905, soft * 0.65, hue]),
  };
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const gamma = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map(linear) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** sRGB to OKLCH. Source: B. Ottosson, "A perceptual color space for image processing", 2020. */
function toLch(rgb: Rgb): Lch {
  const [r, g, b] = rgb.map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, bb), Math.atan2(bb, a)];
}

function format([lightness, chroma, hue]: Lch): string {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = rgb.map(c => Math.round(255 * gamma(Math.min(1, Math.max(0, c)))));
  return `#${bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
