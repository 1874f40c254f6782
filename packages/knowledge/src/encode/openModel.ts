import type { OnnxRuntime, OnnxSession } from './loadRuntime.js';
import { type Pooling, poolTokens } from './poolTokens.js';

/** A model that encodes batches of tokens. */
export interface Model {
  /** One vector a list of token ids, which must not be empty. */
  run(batch: readonly (readonly number[])[]): Promise<Float32Array[]>;
  release(): Promise<void>;
}

export interface ModelOptions {
  /** Named in errors. */
  readonly path: string;
  readonly pooling: Pooling;
  readonly threads: number;
}

const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'];
const TOKEN_OUTPUTS = ['last_hidden_state', 'token_embeddings'];
/** What goes wrong is thrown; nothing needs to be written on top of that. */
const QUIET = { logSeverityLevel: 4 } as const;

/** Loads an ONNX model. Rejects when it is none, or wants other inputs than an encoder of the BERT family has. */
export async function openModel(onnx: OnnxRuntime, bytes: Uint8Array, given: ModelOptions): Promise<Model> {
  const { path, pooling, threads } = given;
  // WebAssembly has one number of threads for all models, set before the first.
  if (onnx.env.wasm) onnx.env.wasm.numThreads = threads;
  const options = { intraOpNumThreads: threads, interOpNumThreads: 1, ...QUIET };
  const session = await onnx.InferenceSession.create(bytes, options).catch((cause: unknown) => {
    throw new Error(`${path}: expected an ONNX model, got: ${cause instanceof Error ? cause.message : String(cause)}`);
  });
  const odd = session.inputNames.filter(name => !INPUTS.includes(name));
  if (odd.length > 0) {
    await session.release();
    throw new Error(`${path}: expected inputs among ${INPUTS.join(', ')}, got ${odd.join(', ')}`);
  }
  return { run: createRun(onnx, session, path, pooling), release: () => session.release() };
}

function createRun(onnx: OnnxRuntime, session: OnnxSession, path: string, pooling: Pooling) {
  const output = TOKEN_OUTPUTS.find(name => session.outputNames.includes(name)) ?? session.outputNames[0] ?? '';
  return async (batch: readonly (readonly number[])[]): Promise<Float32Array[]> => {
    const lengths = batch.map(ids => ids.length);
    const longest = Math.max(...lengths);
    const tensor = (valueAt: (id: number | undefined) => number) => {
      const values = batch.flatMap(ids => Array.from({ length: longest }, (_, at) => BigInt(valueAt(ids[at]))));
      return new onnx.Tensor('int64', BigInt64Array.from(values), [batch.length, longest]);
    };
    const inputs: Record<string, object> = {
      input_ids: tensor(id => id ?? 0),
      attention_mask: tensor(id => (id === undefined ? 0 : 1)),
      token_type_ids: tensor(() => 0),
    };
    try {
      const wanted = Object.fromEntries(session.inputNames.map(name => [name, inputs[name] ?? {}]));
      const outputs = await session.run(wanted, QUIET);
      return poolTokens(outputs[output] ?? { data: null, dims: [] }, lengths, pooling);
    } catch (error) {
      throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}
