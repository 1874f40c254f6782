import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleInput } from './articleInput.js';
import { compile } from './compile.js';
import { createCompileMemory } from './compileMemory.js';
import type { Problem } from './problem.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'memory-'));
  await mkdir(join(folder, 'images'));
  await writeFile(join(folder, 'images/a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const articles: readonly ArticleInput[] = [
  { id: 'a', title: 'First', body: 'See [b](b.md) and ![box](images/a.svg).\n\n[gone](gone.md)', source: 'a.md' },
  { id: 'b', title: 'Second', body: 'Text of the second.', source: 'b.md' },
];

/** A build with the memory and one without; what both give. */
async function both(inputs: readonly ArticleInput[], memory = createCompileMemory()) {
  const run = async (options: { memory?: ReturnType<typeof createCompileMemory> }) => {
    const problems: Problem[] = [];
    const files = await compile(inputs, { folder, ...options, onProblem: problem => problems.push(problem) });
    return { files, problems };
  };
  return { remembered: await run({ memory }), fresh: await run({}) };
}

test('unchanged articles come from memory: the same objects, the same files, the same remarks', async () => {
  const memory = createCompileMemory();
  await both(articles, memory);
  const before = new Map(memory.bodies);
  const { remembered, fresh } = await both(articles, memory);
  expect(remembered).toEqual(fresh);
  expect(remembered.problems.map(({ message }) => message)).toEqual([
    'broken link: expected a file gone.md among the articles, got gone.md',
  ]);
  for (const [name, body] of memory.bodies) expect(body).toBe(before.get(name));
});

test('a changed text, a changed image and a new article to link to are noticed', async () => {
  const memory = createCompileMemory();
  await both(articles, memory);
  await writeFile(join(folder, 'images/a.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>');
  const image = await both(articles, memory);
  expect(image.remembered).toEqual(image.fresh);
  const [first, second] = articles as [ArticleInput, ArticleInput];
  const text = await both([first, { ...second, body: 'Another text.' }], memory);
  expect(text.remembered).toEqual(text.fresh);
  const mended = await both([...articles, { id: 'gone', title: 'Back', body: 'x', source: 'gone.md' }], memory);
  expect(mended.remembered).toEqual(mended.fresh);
  expect(mended.remembered.problems).toEqual([]);
});
