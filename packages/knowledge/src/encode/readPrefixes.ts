import { join } from 'node:path';
import { isRecord } from '../compile/isRecord.js';
import { readObject } from './readModelFile.js';

/** What a model wants to read before a text. */
export interface Prefixes {
  readonly message: string;
  readonly article: string;
}

const FILE = 'config_sentence_transformers.json';

/** The prompts `query`, and `passage` or `document`, of `config_sentence_transformers.json`, else its default prompt, else nothing. */
export async function readPrefixes(folder: string): Promise<Prefixes> {
  const { prompts, default_prompt_name: usual } = (await readObject(join(folder, FILE))) ?? {};
  const named = (...names: readonly unknown[]) =>
    names.map(name => (isRecord(prompts) ? prompts[String(name)] : undefined)).find(each => typeof each === 'string') ??
    '';
  return { message: named('query', usual), article: named('passage', 'document', usual) };
}
