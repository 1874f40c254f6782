import type { ModelConfig } from '@handrail/protocol';
import type { Tool, ToolSet } from 'ai';
import type { SafeFetch } from '../actions/safeFetch.js';
import type { Instructions } from './instructions.js';

/** One question to a model. */
export interface ModelCall {
  readonly config: ModelConfig;
  readonly instructions: Instructions;
  readonly question: string;
  readonly tools: readonly ModelTool[];
  readonly fetch: SafeFetch;
  /** The customer no longer waits. */
  readonly signal: AbortSignal;
}

/** Something a model may have done. One without `run` ends the answer. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of its input. */
  readonly input: object;
  readonly run?: (input: unknown) => Promise<unknown>;
}

/** What comes of it. */
export type ModelEvent =
  | { readonly type: 'text'; readonly text: string }
  /** It called a tool that ends the answer. */
  | { readonly type: 'called'; readonly tool: string }
  /** It may write no more: what it wrote last is no whole sentence. */
  | { readonly type: 'cut' }
  | { readonly type: 'spent'; readonly tokens: number };

/** Seconds in which nothing comes, times a request is made again, tokens: unless the settings say otherwise. */
const TIMEOUT = 8;
const RETRIES = 1;
const TOKENS = 600;

/** Requests of one answer: each call of a tool is followed by another. */
const MOST_STEPS = 4;

/** Asks an OpenAI-compatible API (`/chat/completions`, streaming), and runs the tools it calls. Throws what failed. */
export async function* askModel(call: ModelCall): AsyncGenerator<ModelEvent> {
  const { config, instructions, question, fetch } = call;
  // Only servers whose sites have a model load it.
  const [{ jsonSchema, stepCountIs, streamText }, { createOpenAICompatible }] = await Promise.all([
    import('ai'),
    import('@ai-sdk/openai-compatible'),
  ]);
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: config.url.replace(/\/+$/, ''),
    headers: { ...config.headers },
    includeUsage: true,
    fetch: (input, init) => fetch.stream(new URL(String(input)), init as never, config.private ?? false),
  });
  const tools: ToolSet = Object.fromEntries(
    call.tools.map(({ name, description, input, run }) => [
      name,
      { description, inputSchema: jsonSchema(input), ...(run ? { execute: run } : {}) } as Tool,
    ]),
  );
  const patience = createPatience((config.timeout ?? TIMEOUT) * 1000, call.signal);
  try {
    const { fullStream } = streamText({
      model: provider(config.name),
      system: instructions.system,
      prompt: question,
      tools,
      stopWhen: stepCountIs(MOST_STEPS),
      maxRetries: config.retries ?? RETRIES,
      maxOutputTokens: config.answerTokens ?? TOKENS,
      temperature: 0,
      abortSignal: patience.signal,
      // What failed is thrown below.
      onError: () => {},
    });
    for await (const part of fullStream) {
      patience.goOn();
      if (part.type === 'text-delta') yield { type: 'text', text: part.text };
      else if (part.type === 'error') throw part.error;
      else if (part.type === 'abort') throw new Error(call.signal.aborted ? 'left' : 'timeout');
      else if (part.type === 'finish-step') {
        yield { type: 'spent', tokens: part.usage.totalTokens ?? 0 };
        if (part.finishReason === 'length') yield { type: 'cut' };
      } else if (part.type === 'tool-call' && call.tools.some(one => one.name === part.toolName && !one.run))
        yield { type: 'called', tool: part.toolName };
    }
  } finally {
    patience.end();
  }
}

/** A signal for when nothing has come for so long, or nobody waits any more. */
function createPatience(ms: number, left: AbortSignal) {
  const silence = new AbortController();
  const giveUp = () => silence.abort(new Error('timeout'));
  let timer = setTimeout(giveUp, ms);
  return {
    signal: AbortSignal.any([silence.signal, left]),
    goOn() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, ms);
    },
    end() {
      clearTimeout(timer);
      silence.abort();
    },
  };
}
