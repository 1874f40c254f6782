import { expect, test } from 'vitest';
import { loadRuntime } from './loadRuntime.js';

const runtime = { InferenceSession: {}, Tensor: Object, env: {} };

test('the first that is installed, also behind a default export', async () => {
  const asked: string[] = [];
  const load = async (name: string) => {
    asked.push(name);
    if (name === 'onnxruntime-node') throw new Error(`Cannot find package '${name}'`);
    return { default: runtime };
  };
  expect(await loadRuntime(['onnxruntime-node', 'onnxruntime-web'], load)).toBe(runtime);
  expect(asked).toEqual(['onnxruntime-node', 'onnxruntime-web']);
});

test('none: the reason of each', async () => {
  const load = async (name: string) => {
    if (name === 'onnxruntime-node') throw new Error('libonnxruntime.so.1: cannot open\nRequire stack: …');
    return {};
  };
  await expect(loadRuntime(['onnxruntime-node', 'onnxruntime-web'], load)).rejects.toThrow(
    'expected onnxruntime-node or onnxruntime-web to be installed, got none that loads (onnxruntime-node: libonnxruntime.so.1: ' +
      'cannot open; onnxruntime-web: expected an InferenceSession in it, got none)',
  );
});
