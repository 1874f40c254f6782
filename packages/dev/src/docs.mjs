import { writeFileSync } from 'node:fs';
import { build } from './build.mjs';
import { makeBlocks } from './docsBlocks.mjs';
import { docFiles, readDoc, withBlocks } from './docsFiles.mjs';
import { root } from './run.mjs';

// Writes the generated tables of the documentation anew.
await build();
const blocks = await makeBlocks();
for (const path of docFiles()) {
  const before = readDoc(path);
  const after = withBlocks(before, blocks);
  if (after === before) continue;
  writeFileSync(`${root}${path}`, after);
  process.stdout.write(`${path}\n`);
}
