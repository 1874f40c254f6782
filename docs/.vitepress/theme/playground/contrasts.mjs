import { accentColours, contrast, SURFACES } from '../../../../packages/widget/src/theme/accent.ts';

/** What the widget makes of an accent in each theme, and how well it can be read. */
export function contrasts(accent) {
  return ['light', 'dark'].map(theme => {
    const colours = accentColours(accent, theme);
    return {
      theme,
      colours,
      surface: SURFACES[theme],
      onPanel: contrast(colours.accent, SURFACES[theme]),
      onAccent: contrast(colours.onAccent, colours.accent),
      onTint: contrast(colours.accent, colours.tint),
    };
  });
}

/** A ratio as people write it, never rounded up. */
export const ratio = value => `${(Math.floor(value * 10) / 10).toFixed(1)} : 1`;
