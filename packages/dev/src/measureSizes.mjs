import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from './run.mjs';

const dir = `${root}packages/widget/dist/w/`;

/** Entries of the widget's manifest by the source they come from. */
const manifest = () => JSON.parse(readFileSync(`${dir}.vite/manifest.json`, 'utf8'));

/** Files an entry needs before it runs: itself and what it imports statically. */
function closure(entries, key, seen = new Set()) {
  const entry = entries[key];
  if (!entry || seen.has(entry.file)) return seen;
  seen.add(entry.file);
  for (const imported of entry.imports ?? []) closure(entries, imported, seen);
  return seen;
}

function weigh(files) {
  const sum = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(dir + file);
    sum.raw += bytes.length;
    sum.gzip += gzipSync(bytes, { level: 9 }).length;
    sum.brotli += brotliCompressSync(bytes).length;
  }
  return sum;
}

/** What a browser loads, in the order it does. Limits are brotli bytes. */
export function measureSizes() {
  const entries = manifest();
  const find = part => Object.keys(entries).find(key => key.includes(part)) ?? '';
  const files = part => closure(entries, find(part));
  const panel = files('panel/mount');
  const en = files('widget/src/text/en').size > 0 ? files('widget/src/text/en') : files('src/text/en');
  const knowledge = files('knowledgeReader');
  const chat = files('chatViews');
  const live = files('core/src/live');
  const engine = files('flowEngine');
  const without = (set, ...others) => [...set].filter(file => !others.some(other => other.has(file)));
  const combination = (name, list, limit) => ({ name, files: list, ...weigh(list), ...(limit ? { limit } : {}) });
  const rows = [
    combination('loader + launcher', ['handrail.js'], 4_000),
    combination(
      'panel to first paint, English, with search',
      [...new Set([...panel, ...en, ...knowledge])],
      LIMITS.panel,
    ),
    combination('chat, added to the panel', without(new Set([...chat, ...live]), panel, knowledge), 12_000),
    combination('bot, added to the chat', without(engine, panel, knowledge, chat, live)),
    combination('phrases of every language', without(files('phrases/allPhrases'), panel)),
  ];
  for (const locale of ['en', 'zh-Hans', 'ar']) {
    rows.push(combination(`locale ${locale}`, without(files(`src/text/${locale}`), panel), 4_000));
  }
  const single = readdirSync(dir).filter(file => file.endsWith('.js'));
  return [...rows, ...single.map(file => ({ name: `file ${file}`, files: [file], ...weigh([file]) }))];
}

const LIMITS = { panel: 25_000 };
