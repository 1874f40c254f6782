import { readFile } from 'node:fs/promises';
import type { FlowDefinition, PublishedFlow } from '@handrail/flow';
import { locateJsonError } from '../../config/locateJsonError.js';

/** Reads a file with a definition. Throws with file, line and column when it is no JSON. */
export async function readDefinition(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  const wrong = locateJsonError(text);
  if (wrong) throw new Error(`${file}:${wrong.line}:${wrong.column}: expected ${wrong.expected}, got ${wrong.got}`);
  return JSON.parse(text);
}

/** A flow as its author wrote it, and as pages run it. */
export interface ReadFlow {
  readonly definition: FlowDefinition;
  readonly flow: PublishedFlow;
}

/** Reads a flow that is good. Throws with every problem, a line each. */
export async function readFlow(file: string): Promise<ReadFlow> {
  const { migrate, publish } = await import('@handrail/flow/validate');
  const { definition } = migrate(await readDefinition(file));
  const result = publish(definition);
  if ('errors' in result) throw new Error(result.errors.map(({ message }) => `${file}: ${message}`).join('\n'));
  return { definition: definition as FlowDefinition, flow: result.flow };
}
