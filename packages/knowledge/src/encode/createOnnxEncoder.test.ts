import { beforeAll, expect, test } from 'vitest';
import { compile } from '../compile/compile.js';
import { type Knowledge, loadKnowledge } from '../knowledge.js';
import { createOnnxEncoder, type OnnxEncoder } from './createOnnxEncoder.js';
import { modelFolder, TABLE, VOCABULARY } from './fixtures/modelFolder.js';
import { onnxModel } from './fixtures/onnxModel.js';

const vectorOf = (...tokens: string[]) => {
  const rows = tokens.map(token => TABLE[VOCABULARY.indexOf(token)] ?? []);
  return Float32Array.from(TABLE[0] ?? [], (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length);
};

let encoder: OnnxEncoder;
beforeAll(async () => {
  encoder = await createOnnxEncoder({ folder: await modelFolder() });
});

test('the mean of the tokens, start and end included, padding left out', async () => {
  const [short, long] = await encoder.encode(['Brakes!', 'noisy wheel halts'], 'message');
  expect(short).toEqual(vectorOf('[CLS]', 'brakes', '[UNK]', '[SEP]'));
  expect(long).toEqual(vectorOf('[CLS]', 'noisy', 'wheel', 'halts', '[SEP]'));
});

test('many texts, none, and several calls at once', async () => {
  const texts = Array.from({ length: 50 }, (_, at) => VOCABULARY[4 + (at % 20)] ?? '');
  const [many, none, one] = await Promise.all([
    encoder.encode(texts, 'article'),
    encoder.encode([], 'article'),
    encoder.encode(['rim'], 'message'),
  ]);
  expect(many).toEqual(texts.map(text => vectorOf('[CLS]', text, '[SEP]')));
  expect(none).toEqual([]);
  expect(one).toEqual([vectorOf('[CLS]', 'rim', '[SEP]')]);
});

test('settings: first token, fewer tokens, a vector a text, prefixes of the folder and of the caller', async () => {
  const marked = TABLE.map((row, id) => (id === 2 ? row.map(() => 5) : row));
  const config = JSON.stringify({ prompts: { query: 'wheel ', document: 'brakes ' }, default_prompt_name: null });
  const files = { 'config_sentence_transformers.json': config };
  const start = [Float32Array.from(TABLE[0] ?? [], () => 5)];
  const first = await createOnnxEncoder({ folder: await modelFolder({}, { table: marked }), pooling: 'cls' });
  expect(await first.encode(['rim'], 'message')).toEqual(start);
  const exported = await modelFolder({
    'model.onnx': null,
    'onnx/model.onnx': onnxModel({ table: marked }),
    '1_Pooling/config.json': '{"pooling_mode_cls_token":true}',
  });
  expect(await (await createOnnxEncoder({ folder: exported })).encode(['rim'], 'message')).toEqual(start);
  const short = await createOnnxEncoder({ folder: await modelFolder(), maxTokens: 3, runtime: 'onnxruntime-web' });
  expect(await short.encode(['rim brakes'], 'message')).toEqual([vectorOf('[CLS]', 'rim', '[SEP]')]);
  const folder = await modelFolder(files, { output: 'anything', inputs: ['input_ids'] });
  const own = await createOnnxEncoder({ folder });
  expect(await own.encode(['rim'], 'message')).toEqual([vectorOf('[CLS]', 'wheel', 'rim', '[SEP]')]);
  expect(await own.encode(['rim'], 'article')).toEqual([vectorOf('[CLS]', 'brakes', 'rim', '[SEP]')]);
  const given = await createOnnxEncoder({ folder, prefixes: { message: 'paint ' } });
  expect(await given.encode(['rim'], 'message')).toEqual([vectorOf('[CLS]', 'paint', 'rim', '[SEP]')]);
});

const ARTICLES = [
  {
    id: 'squeaking',
    title: 'Squeaking brakes',
    body: 'Clean the pads. When it is noisy on one wheel only, turn the pad round.',
  },
  { id: 'wheels', title: 'Choosing a wheel', body: 'A wheel has a rim and spokes. Compare before you pick.' },
  { id: 'battery', title: 'Battery range', body: 'Charge it when it is empty.' },
  { id: 'paint', title: 'Paint and colour', body: 'A scratch is no defect of the wheel.' },
];
const MESSAGE = 'loud when stopping the wheel';

let files: ReadonlyMap<string, string | Uint8Array>;
beforeAll(async () => {
  files = await compile(
    ARTICLES.map(article => ({ ...article, locale: 'en' })),
    { onProblem: () => {} },
  );
});
const open = (options?: Parameters<typeof loadKnowledge>[1]): Promise<Knowledge> =>
  loadKnowledge(async path => files.get(path) ?? '', options);

test('another way of saying it, without a word of title and questions: first with the encoder, not without', async () => {
  expect((await (await open()).match(MESSAGE))[0]?.id).toBe('wheels');
  const matches = await (await open({ encoder })).match(MESSAGE, { explain: true });
  expect(matches[0]?.id).toBe('squeaking');
  expect(matches[0]?.explanation?.encoder?.problem).toBeUndefined();
  expect(matches[0]?.explanation?.points.at(-1)).toMatchObject({ name: 'similarity' });
});

test('an encoder that was closed: words answer, and say why', async () => {
  const closed = await createOnnxEncoder({ folder: await modelFolder() });
  await closed.close();
  const problems: string[] = [];
  const knowledge = await open({ encoder: closed, onProblem: problem => problems.push(problem) });
  expect(await knowledge.match(MESSAGE)).toEqual(await (await open()).match(MESSAGE));
  expect(problems).toEqual([expect.stringContaining('model.onnx: expected an open encoder, got one that was closed')]);
});
