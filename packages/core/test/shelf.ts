import { compile } from '@handrail/knowledge/compile';
import { manualClock } from '@handrail/test-kit';
import { createHandrail } from '../src/createHandrail.js';
import type { ResponseLike } from '../src/environment.js';
import type { HandrailEvents } from '../src/events.js';
import type { HandrailOptions } from '../src/options.js';
import { memoryStorage } from '../src/storage/memory.js';

/** What a request for a file gets instead of its bytes. */
export type Fault = 'missing' | 'garbled' | 'hanging' | 'cut off';

const ARTICLES = [
  { id: 'returns', title: 'Return an order', body: 'You have thirty days.', aliases: ['send-back'] },
  { id: 'battery', title: 'Replace the battery', body: 'Unscrew the lid of the lamp. Take the old battery out.' },
  { id: 'wifi', title: 'Connect to Wi-Fi', body: 'The lamp joins networks with 2.4 GHz only.' },
  { id: 'password', title: 'Reset your password', body: 'Choose the link under the form to reset the password.' },
];

/** Words no other article has, so that the index is cut into several shards. */
const FILLER = Array.from({ length: 60 }, (_, n) => ({
  id: `spare-${n}`,
  title: `Spare part ${n}`,
  body: Array.from({ length: 70 }, (_, k) => `${String.fromCharCode(97 + ((n + k) % 26))}x${n}q${k}`).join(' '),
}));
const compiled = compile([...ARTICLES, ...FILLER], { defaultLocale: 'en' });

const answer = (status: number, bytes: Uint8Array): ResponseLike => ({
  ok: status === 200,
  status,
  headers: { get: () => null },
  json: async () => ({}),
  arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
});

/** Compiled articles behind a `fetch` whose files can be missing, garbled, cut off or late, and clients that read them. */
export async function shelf() {
  const files = await compiled;
  const clock = manualClock();
  const storage = memoryStorage();
  const faults = new Map<string, Fault>();
  const held: (() => void)[] = [];
  const holds = new Set<string>();
  const requests: string[] = [];
  const aborted: string[] = [];

  async function fetch(url: string, init?: { signal?: unknown }): Promise<ResponseLike> {
    const path = url.slice('https://shop.example/help/'.length);
    requests.push(path);
    if (holds.has(path)) await new Promise<void>(go => held.push(go));
    const content = files.get(path);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const fault = faults.get(path);
    if (fault === 'cut off') throw new TypeError('network error');
    if (fault === 'missing' || bytes === undefined) return answer(404, new Uint8Array());
    if (fault === 'garbled')
      return answer(
        200,
        bytes.map(byte => byte ^ 0x5a),
      );
    if (fault === 'hanging') {
      const signal = init?.signal as AbortSignal;
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          aborted.push(path);
          reject(signal.reason);
        }),
      );
    }
    return answer(200, bytes);
  }

  function open(options: Partial<HandrailOptions> = {}) {
    const { now, setTimeout, clearTimeout } = clock;
    const page = () => ({ url: 'https://shop.example/lamps', title: 'Lamps' });
    const environment = { now, setTimeout, clearTimeout, fetch, storage, page };
    const client = createHandrail({ knowledge: 'https://shop.example/help/', ...options, environment });
    const heard: [keyof HandrailEvents, unknown][] = [];
    for (const type of ['error', 'search', 'search:empty', 'article:view'] as const)
      client.on(type, event => heard.push([type, event.data]));
    return { client, heard, told: (type: string) => heard.flatMap(([name, data]) => (name === type ? [data] : [])) };
  }

  /** Path of the shard that has a word. */
  function shardOf(word: string): string {
    const { locales } = JSON.parse(String(files.get('knowledge.json')));
    const place = locales[0].shards.first.filter((first: string) => first <= word).length - 1;
    return [...files.keys()].find(path => path.startsWith(`en/terms/${place}.`)) ?? '';
  }

  return { shardOf, clock, storage, faults, holds, held, requests, aborted, open };
}
