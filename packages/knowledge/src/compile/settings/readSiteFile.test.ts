import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatProblem } from '../problem.js';
import { readSiteFile } from './readSiteFile.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'site-file-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function read(text: string, name = 'handrail.knowledge.yml') {
  await writeFile(join(dir, name), text);
  const { settings, problems } = await readSiteFile(dir);
  return { settings, problems: problems.map(formatProblem) };
}

test('no file, no settings', async () => {
  expect(await readSiteFile(dir)).toEqual({ settings: {}, problems: [] });
});

test('reads all settings, synonyms in both forms', async () => {
  const text = `defaultLocale: de
synonyms:
  de:
    - Korb = Warenkorb = Tasche
    - [Rad, Fahrrad]
audiences: [staff]
ignore: ["internal/**"]
staleAfterDays: 90
`;
  expect(await read(text)).toEqual({
    settings: {
      defaultLocale: 'de',
      audiences: ['staff'],
      ignore: ['internal/**'],
      staleAfterDays: 90,
      synonyms: {
        de: [
          ['Korb', 'Warenkorb', 'Tasche'],
          ['Rad', 'Fahrrad'],
        ],
      },
    },
    problems: [],
  });
});

test('JSON is read too', async () => {
  const { settings } = await read('{ "staleAfterDays": 7, "$schema": "x" }', 'handrail.knowledge.json');
  expect(settings).toEqual({ staleAfterDays: 7 });
});

test('says line, path, expected and got, and keeps what is right', async () => {
  const text = `defaultLocale: english language
staleAfterDays: soon
colour: red
synonyms:
  en:
    - only
audiences: [staff]
`;
  expect(await read(text)).toEqual({
    settings: { audiences: ['staff'] },
    problems: [
      expect.stringMatching(
        /^handrail\.knowledge\.yml:3: error: \/colour: expected one of .*staleAfterDays, got "colour"$/,
      ),
      expect.stringMatching(
        /^handrail\.knowledge\.yml:1: error: \/defaultLocale: expected .+, got the string "english language"$/,
      ),
      expect.stringMatching(/^handrail\.knowledge\.yml:6: error: \/synonyms\/en\/0: expected a text "one = other"/),
      'handrail.knowledge.yml:2: error: /staleAfterDays: expected a whole number, got the string "soon"',
    ],
  });
});

test('broken YAML', async () => {
  expect((await read('synonyms: [')).problems).toEqual([
    expect.stringMatching(/^handrail\.knowledge\.yml:1: error: broken file: /),
  ]);
  expect((await read('- a\n')).problems).toEqual(['handrail.knowledge.yml:1: error: /: expected a map, got a list']);
});
