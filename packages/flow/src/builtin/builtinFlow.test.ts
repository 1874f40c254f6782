import { readFileSync } from 'node:fs';
import { plainText } from '@handrail/content';
import { expect, test } from 'vitest';
import { botTexts } from '../turn.js';
import { publish } from '../validate.js';
import { builtinFlow } from './builtinFlow.js';
import { createBuiltinFlow } from './createBuiltinFlow.js';
import { en } from './en.js';

const source: unknown = JSON.parse(readFileSync(new URL('../../flows/builtin.json', import.meta.url), 'utf8'));

test('the published constant is what its source gives (else run scripts/writeBuiltin.mjs)', () => {
  expect(publish(source)).toEqual({ flow: builtinFlow });
});

test('its source has each text in each locale; publishing would fill a gap from what was written before', () => {
  const { texts, locales } = source as { texts: Record<string, Record<string, string>>; locales: string[] };
  for (const [key, text] of Object.entries(texts)) {
    expect([key, Object.keys(text)]).toEqual([key, locales]);
    // Neighbours share their shortest words: "No" is Spanish, Italian and English.
    const least = key === 'bot.yes' || key === 'bot.no' ? locales.length - 4 : locales.length;
    expect([key, new Set(Object.values(text)).size >= least]).toEqual([key, true]);
  }
});

test('it says everything the rules need, in each locale, without exclamation marks', () => {
  for (const texts of Object.values(builtinFlow.texts)) {
    for (const name of botTexts) expect(plainText(texts[`bot.${name}`] ?? [])).toMatch(/^[^!！]+$/);
  }
});

test('one locale alone makes a flow', () => {
  expect(createBuiltinFlow({ en })).toMatchObject({ locales: ['en'], texts: { en } });
});
