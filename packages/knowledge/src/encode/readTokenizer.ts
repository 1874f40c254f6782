import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { readBytes, readObject } from './readModelFile.js';
import { wordPieceTokenizer } from './wordPiece.js';

/** Ids of a text's tokens with those that mark start and end, `maxTokens` at most. */
export type Tokenize = (text: string, maxTokens: number) => readonly number[];

/** Files of a folder; those not named are looked for under their usual names. */
export interface TokenizerFiles {
  readonly tokenizer?: string | undefined;
  readonly vocabulary?: string | undefined;
}

/** Reads `tokenizer.json`, or else `vocab.txt`. Rejects when neither is there or one cannot be used. */
export async function readTokenizer(folder: string, files: TokenizerFiles): Promise<Tokenize> {
  const settings = (await readObject(join(folder, 'tokenizer_config.json'))) ?? {};
  const { path, tokenizer } = await readEither(folder, files, settings.do_lower_case !== false);
  try {
    return createTokenize(new Tokenizer(tokenizer, settings));
  } catch (error) {
    throw new Error(`${path}: expected a tokenizer that can be used, got: ${String(error)}`);
  }
}

async function readEither(folder: string, files: TokenizerFiles, lowercase: boolean) {
  const path = join(folder, files.tokenizer ?? 'tokenizer.json');
  const tokenizer = files.vocabulary === undefined ? await readObject(path) : null;
  if (tokenizer) return { path, tokenizer };
  const vocabularyPath = join(folder, files.vocabulary ?? 'vocab.txt');
  const vocabulary = files.tokenizer === undefined ? await readBytes(vocabularyPath) : null;
  if (!vocabulary) {
    const expected = files.tokenizer ?? files.vocabulary ?? 'tokenizer.json or vocab.txt';
    throw new Error(`${folder}: expected a file ${expected}, got none`);
  }
  try {
    const made = wordPieceTokenizer(new TextDecoder().decode(vocabulary), { lowercase });
    return { path: vocabularyPath, tokenizer: made };
  } catch (error) {
    throw new Error(`${vocabularyPath}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function createTokenize(tokenizer: Tokenizer): Tokenize {
  const ends = new Set(tokenizer.encode('').ids);
  return (text, maxTokens) => {
    const { ids } = tokenizer.encode(text);
    if (ids.length <= maxTokens) return ids;
    const last = ids.at(-1);
    return last !== undefined && ends.has(last) ? [...ids.slice(0, maxTokens - 1), last] : ids.slice(0, maxTokens);
  };
}
