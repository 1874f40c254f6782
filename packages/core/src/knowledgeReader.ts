import { type Knowledge, loadKnowledge } from '@handrail/knowledge';
import type { Environment } from './environment.js';
import { fetchFile } from './fetchFile.js';

/** Milliseconds a late file is not asked for again: a search looks for a word in several ways, and should wait for it once. */
const REST = 2_000;

/** Opens the compiled files of the folder `base`; a file that takes longer than `timeout` ms counts as missing. */
export function readKnowledge(environment: Environment, base: string, timeout: number): Promise<Knowledge> {
  const late = new Map<string, { readonly until: number; readonly error: unknown }>();
  return loadKnowledge(async path => {
    const asked = environment.now();
    const before = late.get(path);
    if (before && asked < before.until) throw before.error;
    try {
      return await fetchFile(environment, base + path, timeout);
    } catch (error) {
      const now = environment.now();
      if (now - asked >= timeout) late.set(path, { until: now + REST, error });
      throw error;
    }
  });
}
