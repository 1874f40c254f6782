import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the API got: the body of `POST /chat/completions`. */
export interface ModelRequest {
  readonly model: string;
  readonly stream: boolean;
  readonly messages: readonly {
    readonly role: string;
    readonly content: string | null;
    readonly tool_call_id?: string;
  }[];
  readonly tools?: readonly { readonly function: { readonly name: string; readonly parameters: unknown } }[];
  readonly max_tokens?: number;
}

/** What the stand-in does with a request. */
export type ModelReply =
  /** Streams a text in pieces of so many characters (default 7), and waits once after some of them. */
  | {
      readonly text: string;
      readonly piece?: number;
      readonly tokens?: number;
      /** Why it ended. Default `stop`; `length` when it may write no more. */
      readonly finish?: 'stop' | 'length';
      readonly hold?: { readonly after: number; readonly until: Promise<unknown> };
    }
  /** Calls a tool. */
  | { readonly call: string; readonly input?: unknown }
  /** Answers with a status and a body, not with a stream. */
  | { readonly status: number; readonly body?: string }
  /** Streams a text and then says nothing more. */
  | { readonly hang: string }
  /** Streams a text and then cuts the wire. */
  | { readonly cut: string }
  /** Bytes that are no stream of the API's. */
  | { readonly garbage: string };

/** A server that speaks the streaming wire of OpenAI's `/chat/completions`; what it says is the test's. */
export interface StandInModel {
  /** Where the API begins. */
  readonly url: string;
  /** What it was asked, with the headers, oldest first. */
  readonly asked: readonly { readonly body: ModelRequest; readonly headers: IncomingMessage['headers'] }[];
  /** What it answers from now on; the number is how often it was asked before. */
  answer(reply: ModelReply | ((request: ModelRequest, n: number) => ModelReply)): void;
  close(): Promise<void>;
}

/** Starts one. */
export async function startStandInModel(): Promise<StandInModel> {
  const asked: { body: ModelRequest; headers: IncomingMessage['headers'] }[] = [];
  let reply: (request: ModelRequest, n: number) => ModelReply = () => ({ text: '' });
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      response.writeHead(404).end();
      return;
    }
    const body = JSON.parse(text) as ModelRequest;
    asked.push({ body, headers: request.headers });
    await send(response, reply(body, asked.length - 1));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answer(given) {
      reply = typeof given === 'function' ? given : () => given;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, reply: ModelReply): Promise<void> {
  if ('status' in reply) {
    const body = reply.body ?? JSON.stringify({ error: { message: 'no', type: 'error' } });
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(body);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if ('garbage' in reply) {
    response.end(reply.garbage);
    return;
  }
  const chunk = (delta: object, finish: string | null = null, more: object = {}) =>
    response.write(
      `data: ${JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'stand-in',
        choices: [{ index: 0, delta, finish_reason: finish }],
        ...more,
      })}\n\n`,
    );
  const done = (finish: string, tokens = 120) => {
    chunk({}, finish);
    const usage = { prompt_tokens: tokens - 20, completion_tokens: 20, total_tokens: tokens };
    response.write(
      `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'stand-in', choices: [], usage })}\n\n`,
    );
    response.end('data: [DONE]\n\n');
  };
  chunk({ role: 'assistant', content: '' });
  if ('call' in reply) {
    const { call: name, input = {} } = reply;
    const tool = { index: 0, id: 'call_1', type: 'function', function: { name, arguments: JSON.stringify(input) } };
    chunk({ tool_calls: [tool] });
    done('tool_calls');
    return;
  }
  const text = 'text' in reply ? reply.text : 'hang' in reply ? reply.hang : reply.cut;
  const piece = 'text' in reply ? (reply.piece ?? 7) : 7;
  const hold = 'text' in reply ? reply.hold : undefined;
  let held = false;
  for (let at = 0; at < text.length; at += piece) {
    if (hold && !held && at >= hold.after) {
      held = true;
      await hold.until;
    }
    chunk({ content: text.slice(at, at + piece) });
  }
  if ('text' in reply) done(reply.finish ?? 'stop', reply.tokens);
  else if ('cut' in reply) setImmediate(() => response.destroy());
}
