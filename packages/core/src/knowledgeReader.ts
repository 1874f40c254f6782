import { type Knowledge, loadKnowledge } from '@handrail/knowledge';
import type { Environment } from './environment.js';
import { fetchFile } from './fetchFile.js';

/** Opens the compiled files of the folder `base`; a file that takes longer than `timeout` ms counts as missing. */
export function readKnowledge(environment: Environment, base: string, timeout: number): Promise<Knowledge> {
  return loadKnowledge(path => fetchFile(environment, base + path, timeout));
}
