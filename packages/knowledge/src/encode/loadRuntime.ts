/** What is used of ONNX Runtime; `onnxruntime-node` and `onnxruntime-web` both have it. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(model: Uint8Array, options: OnnxSessionOptions): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => object;
  readonly env: { readonly wasm?: { numThreads?: number } };
}

export interface OnnxSessionOptions {
  readonly intraOpNumThreads: number;
  readonly interOpNumThreads: number;
  readonly logSeverityLevel: 0 | 1 | 2 | 3 | 4;
}

/** A model that is loaded. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(
    inputs: Readonly<Record<string, object>>,
    options: Pick<OnnxSessionOptions, 'logSeverityLevel'>,
  ): Promise<Readonly<Record<string, OnnxOutput>>>;
  release(): Promise<void>;
}

export interface OnnxOutput {
  readonly data: unknown;
  readonly dims: readonly number[];
}

/** Packages that are ONNX Runtime: the first is native and works beside the event loop, the second is WebAssembly and runs anywhere. */
export type RuntimeName = 'onnxruntime-node' | 'onnxruntime-web';

/** The first of these packages that can be loaded; rejects with the reason of each when none can. */
export async function loadRuntime(
  names: readonly RuntimeName[],
  load: (name: RuntimeName) => Promise<unknown> = name => import(name),
): Promise<OnnxRuntime> {
  const reasons: string[] = [];
  for (const name of names) {
    try {
      const loaded = (await load(name)) as OnnxRuntime & { readonly default?: OnnxRuntime };
      const runtime = loaded.InferenceSession ? loaded : loaded.default;
      if (runtime?.InferenceSession) return runtime;
      reasons.push(`${name}: expected an InferenceSession in it, got none`);
    } catch (error) {
      reasons.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  throw new Error(`expected ${names.join(' or ')} to be installed, got none that loads (${reasons.join('; ')})`);
}
