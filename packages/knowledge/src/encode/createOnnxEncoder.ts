import { basename, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Encoder } from '../match/encoder.js';
import { loadRuntime, type OnnxRuntime, type OnnxSession, type RuntimeName } from './loadRuntime.js';
import { type Pooling, poolTokens } from './poolTokens.js';
import { readBytes } from './readModelFile.js';
import { type Prefixes, readPrefixes } from './readPrefixes.js';
import { readTokenizer, type Tokenize } from './readTokenizer.js';

/** Where a model is and how it is read; paths of files are relative to the folder. */
export interface OnnxEncoderOptions {
  /** Folder with the model and its tokenizer, as sentence-transformers exports them. */
  readonly folder: string;
  /** Default `model.onnx`. One file: weights kept beside it are not read. */
  readonly model?: string;
  /** A `tokenizer.json`. Default: `tokenizer.json` when it is there and no `vocabulary` is named. */
  readonly tokenizer?: string;
  /** A WordPiece `vocab.txt`. Default: `vocab.txt` when there is no tokenizer. */
  readonly vocabulary?: string;
  /** What the model was trained with: `mean` for MiniLM, MPNet and E5, `cls` for BGE; the other one makes it worse. Default `mean`. */
  readonly pooling?: Pooling;
  /** Tokens of a text at most, those that mark start and end included, 3..8192; the rest is cut off. Default 128. */
  readonly maxTokens?: number;
  /** Threads of the model, 1..64. Default 1: others stay free for the server. */
  readonly threads?: number;
  /** What stands before each text. Default: the prompts in `config_sentence_transformers.json`, else nothing. */
  readonly prefixes?: Partial<Prefixes>;
  /** The package that runs the model. Default: `onnxruntime-node`, and `onnxruntime-web` when that cannot be loaded. */
  readonly runtime?: RuntimeName;
}

/** An encoder with a model in memory. */
export interface OnnxEncoder extends Encoder {
  /** Gives the memory back; texts to encode are refused from then on. */
  close(): Promise<void>;
}

/** Texts of one run: more take memory, fewer take time. */
const BATCH = 16;
const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'];
const TOKEN_OUTPUTS = ['last_hidden_state', 'token_embeddings'];

/**
 * Opens a sentence encoder of the BERT family (MiniLM, MPNet, E5, BGE). Needs `onnxruntime-node` or `onnxruntime-web` to be installed.
 * Rejects when neither is, when a file is missing or broken, and when the model cannot encode a first text.
 */
export async function createOnnxEncoder(options: OnnxEncoderOptions): Promise<OnnxEncoder> {
  const { folder, model = 'model.onnx', pooling = 'mean', maxTokens = 128, threads = 1, runtime } = options;
  within('maxTokens', maxTokens, 3, 8192);
  within('threads', threads, 1, 64);
  if (pooling !== 'mean' && pooling !== 'cls')
    throw new RangeError(`createOnnxEncoder: pooling: expected mean or cls, got ${String(pooling)}`);
  const path = join(folder, model);
  const bytes = await readBytes(path);
  if (!bytes) throw new Error(`${path}: expected an ONNX model, got no file`);
  const tokenize = await readTokenizer(folder, options);
  const prefixes = { ...(await readPrefixes(folder)), ...options.prefixes };
  const onnx = await loadRuntime(runtime ? [runtime] : ['onnxruntime-node', 'onnxruntime-web']);
  const session = await openModel(onnx, bytes, threads, path);
  const runBatch = createRun(onnx, session, path, pooling);
  let before: Promise<unknown> = Promise.resolve();

  async function encodeAll(texts: readonly string[], prefix: string): Promise<Float32Array[]> {
    const tokens = texts.map(text => tokenize(prefix + text, maxTokens));
    const vectors: Float32Array[] = [];
    for (let at = 0; at < tokens.length; at += BATCH) {
      vectors.push(...(await runBatch(tokens.slice(at, at + BATCH))));
      // WebAssembly works on this thread: timers and connections get their turn.
      await setImmediate();
    }
    return vectors;
  }

  const encoder: OnnxEncoder = {
    name: basename(resolve(folder)),
    encode(texts, role) {
      // A session of WebAssembly takes one run at a time.
      const run = before.then(() => encodeAll(texts, prefixes[role]));
      before = run.catch(() => {});
      return run;
    },
    async close() {
      await before;
      await session.release();
    },
  };
  await encoder.encode(['a'], 'message');
  return encoder;
}

async function openModel(onnx: OnnxRuntime, bytes: Uint8Array, threads: number, path: string): Promise<OnnxSession> {
  // WebAssembly has one number of threads for all models, set before the first.
  if (onnx.env.wasm) onnx.env.wasm.numThreads = threads;
  const options = { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 3 } as const;
  const session = await onnx.InferenceSession.create(bytes, options).catch((cause: unknown) => {
    throw new Error(`${path}: expected an ONNX model, got: ${cause instanceof Error ? cause.message : String(cause)}`);
  });
  const odd = session.inputNames.filter(name => !INPUTS.includes(name));
  if (odd.length > 0) throw new Error(`${path}: expected inputs among ${INPUTS.join(', ')}, got ${odd.join(', ')}`);
  return session;
}

function createRun(onnx: OnnxRuntime, session: OnnxSession, path: string, pooling: Pooling) {
  const output = TOKEN_OUTPUTS.find(name => session.outputNames.includes(name)) ?? session.outputNames[0] ?? '';
  return async (batch: readonly ReturnType<Tokenize>[]): Promise<Float32Array[]> => {
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
      const outputs = await session.run(Object.fromEntries(session.inputNames.map(name => [name, inputs[name] ?? {}])));
      return poolTokens(outputs[output] ?? { data: null, dims: [] }, lengths, pooling);
    } catch (error) {
      throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

function within(name: string, value: number, least: number, most: number): void {
  if (!(Number.isInteger(value) && value >= least && value <= most))
    throw new RangeError(`createOnnxEncoder: ${name}: expected a whole number from ${least} to ${most}, got ${value}`);
}
