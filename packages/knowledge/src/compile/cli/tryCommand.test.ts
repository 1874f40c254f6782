import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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
  expect(alone).toMatchObject({ matches: [{ id: 'wheels' }, { id: 'squeaking' }] });
  expect(alone.matches[0].why.encoder).toBeUndefined();
  expect(heard).toMatchObject({
    matches: [{ id: 'squeaking', why: { encoder: { name: basename(folder) } } }, { id: 'wheels' }],
  });
  expect(heard.matches[0].why.points.at(-1)).toMatchObject({ name: 'similarity' });
  expect(heard.hits).toEqual(alone.hits);
});

test('tells of the encoder only when there is one', async () => {
  expect((await tryIt()).out).not.toContain('Encoder');
  const { out } = await tryIt('--encoder', await modelFolder());
  expect(out).toMatch(/\nEncoder: handrail-encoder-\w+\n.*\n +1 {2}squeaking .*similarity/);
});

test('a folder without a model is named', async () => {
  expect(await tryIt('--encoder', help)).toMatchObject({
    code: 1,
    error: `handrail-knowledge: ${help}: expected an ONNX model model.onnx or onnx/model.onnx, got no such file\n`,
  });
});
