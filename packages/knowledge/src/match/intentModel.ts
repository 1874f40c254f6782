/** A trained intent model: numbers only. `JSON.stringify` gives what {@link openModel} takes. */
export interface IntentModel {
  readonly version: 1;
  readonly intents: readonly string[];
  /** True when the last class stands for messages without an intent. */
  readonly hasOutOfScope: boolean;
  readonly size: number;
  /** Weight of each bucket (idf on a scale of 0..15, 0 = never seen), as bytes. */
  readonly idf: Uint8Array;
  /** By bucket, then class; `scale` turns them into scores. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: Float32Array;
  /** How evidence becomes the chance of being in scope: intercept, best probability, lead, known share. */
  readonly scope: readonly number[];
  /** Softens or sharpens the probabilities so that they mean what they say (Guo et al. 2017, temperature scaling). */
  readonly temperature: number;
  toJSON(): unknown;
}

interface SavedModel {
  readonly version: number;
  readonly idf: string;
  readonly weights: string;
  readonly bias: readonly number[];
}

/** Makes a model that can be saved. */
export function createModel(parts: Omit<IntentModel, 'toJSON' | 'version'>): IntentModel {
  return {
    ...parts,
    version: 1,
    toJSON() {
      return {
        ...parts,
        version: 1,
        idf: toBase64(parts.idf),
        weights: toBase64(new Uint8Array(parts.weights.buffer)),
        bias: [...parts.bias].map(value => Number(value.toFixed(4))),
      };
    },
  };
}

/** Reads a model that was saved as JSON (text or parsed). Throws when it is of another version. */
export function openModel(saved: unknown): IntentModel {
  const data = (typeof saved === 'string' ? JSON.parse(saved) : saved) as SavedModel &
    Omit<IntentModel, keyof SavedModel>;
  if (data.version !== 1)
    throw new Error(`intent model: expected version 1, got ${JSON.stringify(data.version) ?? 'nothing'}`);
  const { toJSON: _unused, ...rest } = data;
  return createModel({
    ...rest,
    idf: fromBase64(data.idf),
    weights: new Int8Array(fromBase64(data.weights).buffer),
    bias: Float32Array.from(data.bias),
  });
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}
