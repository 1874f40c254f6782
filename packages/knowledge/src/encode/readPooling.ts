import { join } from 'node:path';
import type { Pooling } from './poolTokens.js';
import { readObject } from './readModelFile.js';

/** The pooling that `1_Pooling/config.json` of sentence-transformers names; `mean` when it names neither. */
export async function readPooling(folder: string): Promise<Pooling> {
  const config = await readObject(join(folder, '1_Pooling/config.json'));
  return config?.pooling_mode_cls_token === true ? 'cls' : 'mean';
}
