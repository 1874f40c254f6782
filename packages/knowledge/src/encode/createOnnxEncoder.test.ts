import { expect, test } from 'vitest';
import { createOnnxEncoder } from './createOnnxEncoder.js';
import { modelFolder, TABLE, VOCABULARY } from './fixtures/modelFolder.js';

const vectorOf = (...tokens: string[]) => {
  const rows = tokens.map(token => TABLE[VOCABULARY.indexOf(token)] ?? []);
  return Float32Array.from(TABLE[0] ?? [], (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length);
};

test('the mean of the tokens, start and end included, padding left out', async () => {
  const encoder = await createOnnxEncoder({ folder: await modelFolder() });
  const [short, long] = await encoder.encode(['Brakes!', 'noisy wheel halts'], 'message');
  expect(short).toEqual(vectorOf('[CLS]', 'brakes', '[UNK]', '[SEP]'));
  expect(long).toEqual(vectorOf('[CLS]', 'noisy', 'wheel', 'halts', '[SEP]'));
  expect(await encoder.encode([], 'article')).toEqual([]);
  await encoder.close();
});
