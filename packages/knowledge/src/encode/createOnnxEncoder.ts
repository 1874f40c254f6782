import { basename, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Encoder } from '../match/encoder.js';
import { loadRuntime, type RuntimeName } from './loadRuntime.js';
import { openModel } from './openModel.js';
import type { Pooling } from './poolTokens.js';
import { readBytes } from './readModelFile.js';
import { readPooling } from './readPooling.js';
import { type Prefixes, readPrefixes } from './readPrefixes.js';
import { readTokenizer } from './readTokenizer.js';

/** Where a model is and how it is read; paths of files are relative to the folder. */
export interface OnnxEncoderOptions {
  /** Folder with the model and its tokenizer, as sentence-transformers exports them. */
  readonly folder: string;
  /** Default `model.onnx`, else `onnx/model.onnx`. One file: weights kept beside it are not read. */
  readonly model?: string;
  /** A `tokenizer.json`. Default: `tokenizer.json` when it is there and no `vocabulary` is named. */
  readonly tokenizer?: string;
  /** A WordPiece `vocab.txt`. Default: `vocab.txt` when there is no tokenizer. */
  readonly vocabulary?: string;
  /**
   * What the model was trained with: `mean` for MiniLM, MPNet and E5, `cls` for BGE; the other one makes it worse. Default: as
   * `1_Pooling/config.json` says, else `mean`.
   */
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
const POOLINGS: readonly (Pooling | undefined)[] = ['mean', 'cls', undefined];
const MODELS = ['model.onnx', 'onnx/model.onnx'];

/**
 * Opens a sentence encoder of the BERT family (MiniLM, MPNet, E5, BGE). Needs `onnxruntime-node` or `onnxruntime-web` to be installed.
 * Rejects when neither is, when a file is missing or broken, and when the model cannot encode a first text.
 */
export async function createOnnxEncoder(options: OnnxEncoderOptions): Promise<OnnxEncoder> {
  const { folder, maxTokens = 128, threads = 1, runtime } = options;
  within('maxTokens', maxTokens, 3, 8192);
  within('threads', threads, 1, 64);
  if (!POOLINGS.includes(options.pooling))
    throw new RangeError(`createOnnxEncoder: pooling: expected mean or cls, got ${String(options.pooling)}`);
  const { path, bytes } = await readModel(folder, options.model);
  const pooling = options.pooling ?? (await readPooling(folder));
  const tokenize = await readTokenizer(folder, options);
  const prefixes = { ...(await readPrefixes(folder)), ...options.prefixes };
  const onnx = await loadRuntime(runtime ? [runtime] : ['onnxruntime-node', 'onnxruntime-web']);
  const open = await openModel(onnx, bytes, { path, pooling, threads });
  let before: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function encodeAll(texts: readonly string[], prefix: string): Promise<Float32Array[]> {
    if (closed) throw new Error(`${path}: expected an open encoder, got one that was closed`);
    const tokens = texts.map(text => tokenize(prefix + text, maxTokens));
    const vectors: Float32Array[] = [];
    for (let at = 0; at < tokens.length; at += BATCH) {
      vectors.push(...(await open.run(tokens.slice(at, at + BATCH))));
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
      if (!closed) await open.release();
      closed = true;
    },
  };
  try {
    await encoder.encode(['a'], 'message');
  } catch (error) {
    await encoder.close();
    throw error;
  }
  return encoder;
}

async function readModel(folder: string, model: string | undefined): Promise<{ path: string; bytes: Uint8Array }> {
  const names = model === undefined ? MODELS : [model];
  for (const path of names.map(name => join(folder, name))) {
    const bytes = await readBytes(path);
    if (bytes) return { path, bytes };
  }
  throw new Error(`${folder}: expected an ONNX model ${names.join(' or ')}, got no such file`);
}

function within(name: string, value: number, least: number, most: number): void {
  if (!(Number.isInteger(value) && value >= least && value <= most))
    throw new RangeError(`createOnnxEncoder: ${name}: expected a whole number from ${least} to ${most}, got ${value}`);
}
