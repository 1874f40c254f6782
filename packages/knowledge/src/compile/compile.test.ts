import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Value from 'typebox/value';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KnowledgeFile, StoredArticle } from '../files/knowledgeFile.js';
import { ArticleGroupFileSchema, KnowledgeFileSchema, TitlesFileSchema } from '../schema.js';
import type { ArticleInput } from './articleInput.js';
import { type CompileOptions, compile } from './compile.js';
import type { Problem } from './problem.js';
import { readFolder } from './readFolder.js';
import { writeFiles } from './writeFiles.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'knowledge-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(dir, path, '..'), { recursive: true });
  await writeFile(join(dir, path), content);
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAC0lEQVR4nGNgwAcAAB4AAYuvKMcAAAAASUVORK5CYII=',
  'base64',
);

test('the same articles give the same bytes, and files fit their schemas', async () => {
  const articles = Array.from({ length: 30 }, (_, n) => ({
    id: `a${n}`,
    title: `Title ${n}`,
    body: `Text ${n} of many words\n\n## Part\n\nmore`,
  }));
  const one = await compile(articles);
  expect(await compile(articles)).toEqual(one);
  for (const [path, content] of one) {
    if (!path.endsWith('.json')) continue;
    const schema =
      path === 'knowledge.json'
        ? KnowledgeFileSchema
        : path.includes('/titles.')
          ? TitlesFileSchema
          : ArticleGroupFileSchema;
    expect(Value.Check(schema, JSON.parse(String(content))), path).toBe(true);
  }
});

test('a changed article changes few files', async () => {
  const articles = Array.from({ length: 60 }, (_, n) => ({
    id: `a${n}`,
    title: `Title ${n}`,
    body: `Text ${n} `.repeat(60),
  }));
  const before = await compile(articles);
  const after = await compile(articles.map((article, n) => (n === 20 ? { ...article, body: 'All new' } : article)));
  const groups = [...after.keys()].filter(path => path.includes('/articles/'));
  expect(groups.filter(path => !before.has(path)).length).toBeLessThan(groups.length);
});

test('reports unusable articles and goes on', async () => {
  const problems: Problem[] = [];
  const files = await compile(
    [
      { id: 'a', title: 'A', body: 'see [b](article:nope)' },
      { id: 'a', title: 'Again', body: '' },
      { id: 'b', title: ' ', body: '' },
      { id: 'c', title: 'C', body: '', audience: 'staff' },
    ],
    { onProblem: problem => problems.push(problem) },
  );
  expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'error: duplicate id: "a" (en) is already used by a',
    'error: missing title: expected a non-empty text, got " "',
    'skipped: for the audience "staff" only',
    'warning: broken link: expected an article with the id "nope", got article:nope',
  ]);
  expect((JSON.parse(String(files.get('knowledge.json'))) as KnowledgeFile).locales[0]?.articles).toBe(1);
});

test('warns of links to sections that are not there', async () => {
  const problems: Problem[] = [];
  await compile(
    [
      {
        id: 'a',
        title: 'A',
        body: '## Costs\n\n[here](#costs)\n\n[b](article:b#gr%C3%B6%C3%9Fe)\n\n- [lost](article:b#nope)',
      },
      { id: 'b', title: 'B', body: '## Größe\n\n[gone](#costs)', source: 'b.md', bodyLine: 4 },
    ],
    { onProblem: problem => problems.push(problem) },
  );
  expect(problems).toEqual([
    {
      severity: 'warning',
      where: 'a',
      line: 7,
      message: 'link to an unknown section: expected one of b (größe), got #nope',
    },
    {
      severity: 'warning',
      where: 'b.md',
      line: 6,
      message: 'link to an unknown section: expected one of b (größe), got #costs',
    },
  ]);
});

/** The articles as they are stored, and what was reported. */
async function compiled(articles: readonly ArticleInput[], options: CompileOptions = {}) {
  const problems: Problem[] = [];
  const files = await compile(articles, { ...options, onProblem: problem => problems.push(problem) });
  const stored = [...files].flatMap(([path, content]) =>
    path.includes('/articles/') ? (JSON.parse(String(content)) as { articles: StoredArticle[] }).articles : [],
  );
  return { problems, stored, files };
}

test('an article may be HTML', async () => {
  const { stored, problems } = await compiled([
    {
      id: 'a',
      title: 'A',
      html: '<h2 id="fees">Fees</h2><p>See <a href="article:b#how">b</a>.</p><script>x()</script>',
    },
    {
      id: 'b',
      title: 'B',
      body: '## How\n\nPress <kbd>Esc</kbd>.\n\n<details>\n<summary>More</summary>\n\nIt *works*.\n\n</details>',
    },
  ]);
  expect(problems).toEqual([]);
  expect(stored[0]?.tree).toEqual([
    { t: 'h', level: 2, id: 'fees', c: ['Fees'] },
    { t: 'p', c: ['See ', { t: 'ref', article: 'b', section: 'how', c: ['b'] }, '.'] },
  ]);
  expect(stored[1]?.tree).toEqual([
    { t: 'h', level: 2, id: 'how', c: ['How'] },
    { t: 'p', c: ['Press ', { t: 'code', as: 'kbd', v: 'Esc' }, '.'] },
    {
      t: 'quote',
      fold: true,
      c: [
        { t: 'p', c: ['More'] },
        { t: 'p', c: ['It ', { t: 'em', c: ['works'] }, '.'] },
      ],
    },
  ]);
});

test.each([
  ['https://help.example.com/hc/en-us/articles/17-Returns#how', { article: 'returns', section: 'how' }],
  ['http://www.help.example.com/hc/en-us/articles/17-returns/', { article: 'returns' }],
  ['/hc/en-us/articles/17-Returns?source=search', { article: 'returns' }],
  ['18-fees.html', { article: 'fees' }],
  ['/hc/fees', { article: 'fees' }],
])('a link to the old address %s becomes a link between articles', async (href, target) => {
  const address = 'https://help.example.com/hc/en-us/articles/';
  const { stored } = await compiled([
    {
      id: 'returns',
      title: 'Returns',
      html: `<h2 id="how">How</h2><p><a href="${href}">x</a></p>`,
      addresses: [`${address}17-Returns`],
    },
    { id: 'fees', title: 'Fees', html: '<p>x</p>', addresses: ['/hc/fees', `${address}18-fees`] },
  ]);
  expect(stored[0]?.tree[1]).toEqual({ t: 'p', c: [{ t: 'ref', ...target, c: ['x'] }] });
});

test('a link to a heading as other tools spell its id leads there', async () => {
  const { stored, problems } = await compiled([
    { id: 'a', title: 'A', body: '[x](article:b#bad_request) [y](#Über_uns)\n\n## Über uns\n\nWe.' },
    { id: 'b', title: 'B', body: '## bad_request\n\nNo.' },
  ]);
  expect(stored[0]?.tree[0]).toMatchObject({
    c: [{ t: 'ref', section: 'bad-request' }, ' ', { t: 'ref', section: 'über-uns' }],
  });
  expect(problems).toEqual([]);
});

test('a link to an id that is no heading leads to the heading it stands at', async () => {
  const { stored, problems } = await compiled([
    { id: 'a', title: 'A', html: '<p><a href="article:b#label">x</a> <a href="article:b#none">y</a></p>' },
    { id: 'b', title: 'B', html: '<span id="label"></span><h2 id="fees">Fees</h2><p>x</p>' },
  ]);
  expect(stored[0]?.tree[0]).toMatchObject({ c: [{ t: 'ref', section: 'fees' }, ' ', { t: 'ref', section: 'none' }] });
  expect(problems.map(({ message }) => message)).toEqual([
    'link to an unknown section: expected one of b (fees), got #none',
  ]);
});

test('what an old address has beside articles stays where it was', async () => {
  const { stored, problems } = await compiled([
    {
      id: 'a',
      title: 'A',
      html: '<p><a href="/pricing">p</a><img src="../img/x.png" alt="x"><img src="http://a.example/y.png" alt="y"></p>',
      addresses: ['https://help.example.com/docs/a'],
    },
  ]);
  expect(stored[0]?.tree).toEqual([
    {
      t: 'p',
      c: [
        { t: 'link', href: 'https://help.example.com/pricing', c: ['p'] },
        { t: 'img', src: 'https://help.example.com/img/x.png', alt: 'x' },
        'y',
      ],
    },
  ]);
  expect(problems.map(({ message }) => message)).toEqual([
    'image left out: expected https, got http://a.example/y.png',
  ]);
});

test('reads a folder: front matter, locale folders, links, images', async () => {
  await put(
    'en/a.md',
    '---\ntitle: First\ntags: [one, two]\npages: /x/*\ncolour: red\n---\n![Pic](img/p.png)\n\nSee [second](./b.md#part).',
  );
  await put('en/b.md', '# Second\n\n## Part\n\nText');
  await put('en/img/p.png', pixel);
  await put('zh-Hans/a.md', '---\ntitle: 第一\n---\n内容');
  const { articles, problems } = await readFolder(dir);
  expect(articles.map(({ id, locale, title }) => [id, locale, title])).toEqual([
    ['a', 'en', 'First'],
    ['b', 'en', 'Second'],
    ['a', 'zh-Hans', '第一'],
  ]);
  expect(problems.map(({ message }) => message)).toEqual(['front matter key "colour" is not used']);
  const files = await compile(articles, { folder: dir });
  const image = [...files.keys()].find(path => path.startsWith('images/'));
  const stored = [...files]
    .flatMap(([path, content]) => (path.startsWith('en/articles/') ? [String(content)] : []))
    .join();
  expect(stored).toContain(JSON.stringify({ src: image, width: 2, height: 3, t: 'img', alt: 'Pic' }).slice(1, -1));
  expect(stored).toContain('{"t":"ref","article":"b","section":"part"');
});

test('images outside the folder are not taken', async () => {
  await put('help/a.md', '# A\n\n![x](../../secret.png)');
  await put('secret.png', pixel);
  const problems: Problem[] = [];
  const { articles } = await readFolder(join(dir, 'help'));
  await compile(articles, { folder: join(dir, 'help'), onProblem: problem => problems.push(problem) });
  expect(problems[0]?.message).toMatch(/image left out/);
});

test('says file, line and reason for what it cannot read', async () => {
  await put('broken.md', '---\ntitle: "open\n---\nText');
  await put('endless.md', '---\ntitle: x\n');
  await put('kind.md', '---\ntitle: ok\ntags: {a: 1}\n---\n');
  await put('list.md', '---\n- a\n---\n');
  await put('untitled.md', 'Only words');
  await put('latin1.md', new Uint8Array([0x23, 0x20, 0xe9, 0xff]));
  await put('good.md', '# Good\n\n[gone](gone.md)');
  const { articles, problems } = await readFolder(dir);
  expect(articles.map(({ id }) => id)).toEqual(['good']);
  const at = Object.fromEntries(problems.map(problem => [problem.where, problem]));
  expect(at['broken.md']).toMatchObject({ severity: 'error', line: 3 });
  expect(at['endless.md']?.message).toBe('broken front matter: expected a closing --- line, got the end of the file');
  expect(at['kind.md']).toMatchObject({
    line: 3,
    message: 'broken front matter: expected a list of texts for "tags", got a map',
  });
  expect(at['list.md']?.message).toBe('broken front matter: expected "key: value" lines, got a list');
  expect(at['untitled.md']?.message).toMatch(/^missing title/);
  expect(at['latin1.md']?.message).toBe('unreadable file: expected UTF-8 text, got other bytes');
});

test.skipIf(process.getuid?.() === 0)('a file without permission is a problem, not an end', async () => {
  await put('secret.md', '# Secret');
  await put('good.md', '# Good');
  await chmod(join(dir, 'secret.md'), 0);
  const { articles, problems } = await readFolder(dir);
  expect(articles).toHaveLength(1);
  expect(problems[0]?.message).toMatch(/^unreadable file: EACCES/);
});

test('writes hashed files once', async () => {
  const files = await compile([{ id: 'a', title: 'A', body: 'Text' }]);
  const first = await writeFiles(files, join(dir, 'out'));
  const second = await writeFiles(files, join(dir, 'out'));
  expect([first.written, first.unchanged]).toEqual([files.size, 0]);
  expect([second.written, second.unchanged]).toEqual([1, files.size - 1]);
  expect(await readdir(join(dir, 'out'))).toEqual(['en', 'knowledge.json']);
});
