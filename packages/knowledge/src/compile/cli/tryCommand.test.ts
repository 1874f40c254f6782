import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { modelFolder } from '../../encode/fixtures/modelFolder.js';
import { runKnowledgeCli } from './runCli.js';

const HELP = {
  'squeaking.md':
    '---\ntitle: Squeaking brakes\n---\n\nClean the pads. When it is one wheel only, turn the pad round.\n',
  'wheels.md': '---\ntitle: Choosing a wheel\n---\n\nA wheel has a rim and spokes. Compare before you pick.\n',
};
const QUESTION = 'loud when stopping the wheel';

let help: string;
beforeAll(async () => {
  help = await mkdtemp(join(tmpdir(), 'handrail-try-'));
  for (const [name, text] of Object.entries(HELP)) await writeFile(join(help, name), text);
});

async function tryIt(...args: string[]) {
  const seen = { out: '', error: '' };
  const io = {
    out: (text: string) => {
      seen.out += text;
    },
    error: (text: string) => {
      seen.error += text;
    },
    env: {},
    isTerminal: false,
    onStop() {},
  };
  return { code: await runKnowledgeCli(['try', QUESTION, help, ...args], io), ...seen };
}

test('an encoder has a say in what the bot makes of a question, and none in search', async () => {
  const folder = await modelFolder();
  const [words, encoder] = await Promise.all([tryIt('--json'), tryIt('--json', '--encoder', folder)]);
  const [alone, heard] = [JSON.parse(words.out), JSON.parse(encoder.out)];
  expect(alone).toMatchObject({ matches: [{ id: 'wheels' }, { id: 'squeaking' }], encoder: null });
  expect(heard).toMatchObject({
    matches: [{ id: 'squeaking', similarity: expect.any(Number) }, { id: 'wheels' }],
    encoder: { name: folder.split('/').at(-1) },
  });
  expect(heard.hits).toEqual(alone.hits);
});

test('tells of similarity only with an encoder', async () => {
  expect((await tryIt()).out).toMatch(/\n +rank {2}article +probability\n +1 {2}wheels/);
  const { out } = await tryIt('--encoder', await modelFolder());
  expect(out).toMatch(
    /\nEncoder: handrail-encoder-\w+\n +rank {2}article +probability +similarity\n +1 {2}squeaking +[\d.]+ +0\.\d+\n/,
  );
});

test('a folder without a model is named', async () => {
  expect(await tryIt('--encoder', help)).toMatchObject({
    code: 1,
    error: `handrail-knowledge: ${help}: expected an ONNX model model.onnx or onnx/model.onnx, got no such file\n`,
  });
});
