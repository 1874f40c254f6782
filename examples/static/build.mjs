// Puts page, widget and compiled articles into one folder.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, formatProblem, readFolder, writeFiles } from '@handrail/knowledge/compile';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = `${here}dist`;

rmSync(dist, { recursive: true, force: true });
cpSync(`${here}site`, dist, { recursive: true });
cpSync(new URL('dist/w/', import.meta.resolve('@handrail/widget/package.json')), `${dist}/handrail`, {
  recursive: true,
});

const help = `${here}../shop/help`;
const { articles, problems } = await readFolder(help);
for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
await writeFiles(await compile(articles, { folder: help }), `${dist}/help`);
