import { writeFile } from 'node:fs/promises';
import type { CliIo } from '../cliIo.js';
import { drawFlow } from './draw/drawFlow.js';
import { readFlow } from './readDefinition.js';

/** `handrail flow draw FILE`: a picture as SVG, to a file or to stdout. */
export async function draw(
  file: string,
  { out, locale }: { out?: string; locale?: string },
  io: CliIo,
): Promise<number> {
  const { definition } = await readFlow(file);
  const svg = drawFlow(definition, locale ?? definition.locales[0] ?? 'en');
  if (out === undefined) io.out(svg);
  else {
    await writeFile(out, svg);
    io.out(`${out}: ${Object.keys(definition.steps).length} steps\n`);
  }
  return 0;
}
