import type { OnnxOutput } from './loadRuntime.js';

/** How the vectors of a text's tokens become one: their mean, or that of the first token. */
export type Pooling = 'mean' | 'cls';

/**
 * One vector a text. Takes what a model gives for a batch of texts with `lengths` tokens: a vector a token (texts, tokens, numbers),
 * or a vector a text (texts, numbers), which stays as it is. Throws when the output has another shape or is not float32.
 */
export function poolTokens({ data, dims }: OnnxOutput, lengths: readonly number[], pooling: Pooling): Float32Array[] {
  const [texts, ...shape] = dims;
  const size = shape.at(-1) ?? 0;
  const tokens = shape.length === 2 ? (shape[0] ?? 0) : 1;
  const fits = shape.length === 1 || (shape.length === 2 && tokens >= Math.max(...lengths));
  if (!(data instanceof Float32Array) || texts !== lengths.length || !fits || size === 0) {
    const expected = `float32 of ${lengths.length} × ${Math.max(...lengths)} × n or ${lengths.length} × n`;
    throw new Error(
      `expected ${expected}, got ${data instanceof Float32Array ? 'float32' : 'others'} of ${dims.join(' × ')}`,
    );
  }
  return lengths.map((length, text) => {
    const start = text * tokens * size;
    const counted = shape.length === 1 || pooling === 'cls' ? 1 : length;
    const vector = new Float32Array(size);
    for (let at = 0; at < counted * size; at++) vector[at % size] = (vector[at % size] ?? 0) + (data[start + at] ?? 0);
    return vector.map(value => value / counted);
  });
}
