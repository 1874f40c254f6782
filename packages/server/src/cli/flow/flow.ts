import { writeFile } from 'node:fs/promises';
import type { CliIo } from '../cliIo.js';
import type { FlowArguments } from './flowArguments.js';
import { readDefinition } from './readDefinition.js';

/**
 * `handrail flow …`. `check` and `migrate`: 0 when every definition is good, 1 when one is not. Problems go to stderr, one a
 * line with the file; `migrate` writes the files anew that are of an older format, and no others.
 */
export async function flow({ command, files, options }: FlowArguments, io: CliIo): Promise<number> {
  if (command === 'schema') {
    const { FlowDefinitionSchema } = await import('@handrail/flow/schema');
    io.out(`${JSON.stringify(FlowDefinitionSchema, null, 2)}\n`);
    return 0;
  }
  const [file = ''] = files;
  if (command === 'draw') return (await import('./draw.js')).draw(file, options, io);
  if (command === 'run') return (await import('./run.js')).run(file, options, io);
  if (command === 'replay')
    return (await import('./replay.js')).replay(file, { ...options, new: options.new ?? '' }, io);
  let failed = false;
  for (const file of files) {
    const definition = await readDefinition(file);
    const done = command === 'check' ? await check(file, definition, io) : await bringUp(file, definition, io);
    failed ||= !done;
  }
  return failed ? 1 : 0;
}

async function check(file: string, definition: unknown, io: CliIo): Promise<boolean> {
  const { migrate, publish } = await import('@handrail/flow/validate');
  const result = publish(definition);
  if ('errors' in result) {
    for (const { message } of result.errors) io.error(`${file}: ${message}\n`);
    return false;
  }
  const { steps, locales } = result.flow;
  const older = migrate(definition).notes.length > 0 ? '; of an older format, see handrail flow migrate' : '';
  io.out(`${file}: ${Object.keys(steps).length} steps, ${locales.join(' ')}, no problems${older}\n`);
  return true;
}

async function bringUp(file: string, definition: unknown, io: CliIo): Promise<boolean> {
  const { migrate, validate } = await import('@handrail/flow/validate');
  const { definition: newer, notes } = migrate(definition);
  const result = validate(newer);
  if ('errors' in result) {
    for (const { message } of result.errors) io.error(`${file}: ${message}\n`);
    return false;
  }
  if (notes.length > 0) await writeFile(file, `${JSON.stringify(newer, null, 2)}\n`);
  io.out(notes.length > 0 ? notes.map(note => `${file}: ${note}\n`).join('') : `${file}: is of today's format\n`);
  return true;
}
