import { expect, test } from 'vitest';
import { accentColours, contrast } from './accent.js';

/** Corners, greys, and a walk through the cube in steps that share no factor with it. */
function colours(): string[] {
  const fixed = ['#ffff00', '#000000', '#ffffff', '#777777', '#ff0000', '#00ff00', '#0000ff', '#00ffff', '#ff00ff'];
  const walk = Array.from(
    { length: 200 },
    (_, n) => `#${((n * 7_654_321 + 97) % 0x1000000).toString(16).padStart(6, '0')}`,
  );
  return [...fixed, '#14614e', '#fafafa', '#808080', ...walk];
}

const SURFACE = { light: '#ffffff', dark: '#191b19' } as const;
const INK = { light: '#1b1c19', dark: '#eeefea' } as const;

test.each(['light', 'dark'] as const)('%s: any accent can be read, and so can the text on it', theme => {
  const low = colours().flatMap(colour => {
    const { accent, hover, onAccent, tint, tint2 } = accentColours(colour, theme);
    const pairs = {
      'accent on surface': contrast(accent, SURFACE[theme]),
      'hover on surface': contrast(hover, SURFACE[theme]),
      'text on accent': contrast(onAccent, accent),
      'text on hover': contrast(onAccent, hover),
      'ink on tint': contrast(INK[theme], tint),
      'ink on tint-2': contrast(INK[theme], tint2),
    };
    return Object.entries(pairs).flatMap(([pair, ratio]) => (ratio < 4.5 ? [`${colour} ${pair} ${ratio}`] : []));
  });
  expect(low).toEqual([]);
});

test('an accent that can be read stays what the site chose', () => {
  expect(accentColours('#14614e', 'light').accent).toBe('#14614e');
  expect(accentColours('#0b57d0', 'light').accent).toBe('#0b57d0');
});

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});
