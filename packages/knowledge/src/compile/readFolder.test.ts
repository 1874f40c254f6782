import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatProblem } from './problem.js';
import { readFolder } from './readFolder.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'folder-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function read(files: Readonly<Record<string, string>>, defaultLocale?: string) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  const result = await readFolder(dir, defaultLocale === undefined ? {} : { defaultLocale });
  return { ...result, problems: result.problems.map(formatProblem) };
}

test('the site file: language, ignored files, what belongs to compile', async () => {
  const files = {
    'handrail.knowledge.yml': 'defaultLocale: fr\nignore: ["inside/**", "*.draft.md"]\naudiences: [staff]\nfoo: 1\n',
    'a.md': '# A',
    'b.draft.md': '# B',
    'inside/c.md': '# C',
    '_part.md': '# Part',
    '_parts/d.md': '# D',
  };
  const { articles, site, problems } = await read(files);
  expect(articles.map(({ id, locale }) => [id, locale])).toEqual([['a', 'fr']]);
  expect(site).toEqual({ defaultLocale: 'fr', ignore: ['inside/**', '*.draft.md'], audiences: ['staff'] });
  expect(problems).toEqual([
    expect.stringMatching(/^handrail\.knowledge\.yml:4: error: \/foo: expected one of/),
    '_part.md:1: skipped: its name begins with _',
    'b.draft.md:1: skipped: ignored by the site file',
    'inside/c.md:1: skipped: ignored by the site file',
  ]);
  expect((await read({}, 'it')).articles[0]?.locale).toBe('it');
});

test('drafts are skipped, and say so', async () => {
  const { articles, problems } = await read({
    'a.md': '---\ntitle: A\ndraft: true\n---\n',
    'b.md': '---\ndraft: false\n---\n# B {#own}',
  });
  expect(articles.map(({ id, title }) => [id, title])).toEqual([['b', 'B']]);
  expect(articles[0]).not.toHaveProperty('draft');
  expect(problems).toEqual(['a.md:1: skipped: a draft: its front matter says draft: true']);
});
