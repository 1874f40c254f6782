import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createOnnxEncoder, type OnnxEncoderOptions } from './createOnnxEncoder.js';
import { modelFolder, TABLE } from './fixtures/modelFolder.js';
import { onnxModel } from './fixtures/onnxModel.js';

type Files = Parameters<typeof modelFolder>[0];

async function problemOf(files: Files, options: Partial<OnnxEncoderOptions> = {}): Promise<string> {
  const folder = await modelFolder(files);
  const opened = createOnnxEncoder({ folder, ...options });
  const problem = await opened.then(
    () => 'none',
    (error: Error) => error.message,
  );
  return problem.replaceAll(folder, 'FOLDER');
}

test.each<[string, Files, string | RegExp]>([
  [
    'no model',
    { 'model.onnx': null },
    'FOLDER: expected an ONNX model model.onnx or onnx/model.onnx, got no such file',
  ],
  ['a broken model', { 'model.onnx': 'no model' }, /^FOLDER\/model\.onnx: expected an ONNX model, got: ./],
  [
    'a model cut off',
    { 'model.onnx': onnxModel({ table: TABLE }).slice(0, -40) },
    /^FOLDER\/model\.onnx: expected an ONNX model, got: ./,
  ],
  ['no vocabulary', { 'vocab.txt': null }, 'FOLDER: expected a file tokenizer.json or vocab.txt, got none'],
  [
    'a vocabulary without the tokens that mark something',
    { 'vocab.txt': 'wheel\n[UNK]\n[PAD]\n' },
    'FOLDER/vocab.txt: expected the tokens [UNK] [CLS] [SEP] [PAD], got none of [CLS] [SEP]',
  ],
  [
    'a tokenizer that is no JSON',
    { 'tokenizer.json': 'wheel\nbrakes' },
    'FOLDER/tokenizer.json: expected a JSON object, got "wheel\\nbrakes"',
  ],
  [
    'a tokenizer of another kind',
    { 'tokenizer.json': '{"model":{"type":"Unheard"}}' },
    /^FOLDER\/tokenizer\.json: expected a tokenizer that can be used, got: ./,
  ],
  [
    'a model that wants other things',
    { 'model.onnx': onnxModel({ table: TABLE, inputs: ['input_ids', 'pixel_values'] }) },
    'FOLDER/model.onnx: expected inputs among input_ids, attention_mask, token_type_ids, got pixel_values',
  ],
  [
    'fewer vectors than the vocabulary has tokens',
    { 'model.onnx': onnxModel({ table: TABLE.slice(0, 2) }) },
    /^FOLDER\/model\.onnx: .*out of/,
  ],
])('%s', async (_name, files, expected) => {
  const problem = await problemOf(files);
  if (typeof expected === 'string') expect(problem).toBe(expected);
  else expect(problem).toMatch(expected);
});

test.each<[Partial<OnnxEncoderOptions>, string]>([
  [{ vocabulary: 'words.txt' }, 'FOLDER: expected a file words.txt, got none'],
  [{ tokenizer: 'own.json' }, 'FOLDER: expected a file own.json, got none'],
  [{ model: 'other.onnx' }, 'FOLDER: expected an ONNX model other.onnx, got no such file'],
  [{ pooling: 'max' as 'mean' }, 'createOnnxEncoder: pooling: expected mean or cls, got max'],
  [{ maxTokens: 2 }, 'createOnnxEncoder: maxTokens: expected a whole number from 3 to 8192, got 2'],
  [{ threads: 1.5 }, 'createOnnxEncoder: threads: expected a whole number from 1 to 64, got 1.5'],
])('%j', async (options, expected) => expect(await problemOf({}, options)).toBe(expected));

test('a folder that is a file', async () => {
  const folder = join(await modelFolder(), 'model.onnx');
  await expect(createOnnxEncoder({ folder })).rejects.toThrow(
    'model.onnx: expected a file that can be read, got ENOTDIR',
  );
});

test('a closed encoder refuses', async () => {
  const encoder = await createOnnxEncoder({ folder: await modelFolder() });
  await encoder.close();
  await expect(encoder.encode(['wheel'], 'message')).rejects.toThrow('expected an open encoder');
});
