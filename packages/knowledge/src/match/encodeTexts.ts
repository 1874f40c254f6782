import type { Encoder } from './encoder.js';

/** Encodes texts, keeping vectors of texts that come again. */
export interface TextEncoder {
  /** The message's vector and one a text of each list; rejects when the encoder does, or gives vectors of another shape than it promised. */
  encode(
    message: string,
    lists: readonly (readonly string[])[],
  ): Promise<{ readonly message: Float32Array; readonly lists: readonly (readonly Float32Array[])[] }>;
}

/** Keeps up to `most` vectors; those used longest ago are dropped first. */
export function createTextEncoder(encoder: Encoder, most: number): TextEncoder {
  const kept = new Map<string, Float32Array>();

  async function vectorsOf(texts: readonly string[], role: 'message' | 'article') {
    const vectors = await encoder.encode(texts, role);
    checkVectors(vectors, texts.length);
    return vectors;
  }

  function keep(text: string, vector: Float32Array): void {
    kept.delete(text);
    kept.set(text, vector);
    const [oldest] = kept.size > most ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
  }

  return {
    async encode(message, lists) {
      const known = new Map<string, Float32Array>();
      const wanted = new Set(lists.flat());
      for (const text of wanted) {
        const vector = kept.get(text);
        if (vector) known.set(text, vector);
      }
      const unknown = [...wanted].filter(text => !known.has(text));
      const fresh = unknown.length === 0 ? [] : await vectorsOf(unknown, 'article');
      fresh.forEach((vector, at) => {
        known.set(unknown[at] ?? '', vector);
      });
      const [own = new Float32Array()] = await vectorsOf([message], 'message');
      const other = [...known.values()].find(({ length }) => length !== own.length);
      if (other) {
        // Kept vectors may be those of a model that is no longer there.
        kept.clear();
        throw new Error(`expected vectors of one length, got ${other.length} and ${own.length} numbers`);
      }
      for (const [text, vector] of known) keep(text, vector);
      return { message: own, lists: lists.map(texts => texts.flatMap(text => known.get(text) ?? [])) };
    },
  };
}

function checkVectors(vectors: readonly Float32Array[], count: number): void {
  if (!Array.isArray(vectors) || vectors.length !== count) {
    const got = Array.isArray(vectors) ? `${vectors.length}` : typeof vectors;
    throw new Error(`expected ${count} vectors for ${count} texts, got ${got}`);
  }
  const length = vectors[0]?.length;
  vectors.forEach((vector: unknown, at) => {
    if (!(vector instanceof Float32Array) || vector.length === 0)
      throw new Error(`vector ${at}: expected a Float32Array with numbers in it, got ${describe(vector)}`);
    if (vector.length !== length)
      throw new Error(`vector ${at}: expected ${length} numbers as in vector 0, got ${vector.length}`);
    const odd = vector.findIndex(value => !Number.isFinite(value));
    if (odd >= 0) throw new Error(`vector ${at}: expected finite numbers, got ${vector[odd]} at ${odd}`);
  });
}

function describe(value: unknown): string {
  if (value instanceof Float32Array) return 'an empty one';
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value;
}
