import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { root } from './run.mjs';

const dir = `${root}packages/widget/dist/w/`;
/** The shims, from there. */
const shims = '../../../shims/dist/shims/';

/** `@handrail/core/parts` in a bundle, from there. */
const parts = '../../../../.reports/sizes/parts.js';

/** Brotli bytes no change may pass; the goals stand beside them in docs/decisions/0010-size-rows.md. */
const LIMITS = {
  loader: 4_000,
  panel: 25_000,
  search: 11_000,
  chat: 20_000,
  fallback: 2_000,
  locale: 4_000,
  phrases: 2_500,
  shim: 3_000,
};

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

const row = (name, files, limit) => ({ name, files, ...weigh(files), ...(limit ? { limit } : {}) });
const heaviest = (name, sets, limit) =>
  sets.map(files => row(name, files, limit)).reduce((most, next) => (next.brotli > most.brotli ? next : most));
const without = (set, ...others) => [...set].filter(file => !others.some(other => other.has(file)));

/** What a browser loads, in the order it does, then every file. */
export function measureSizes() {
  const entries = JSON.parse(readFileSync(`${dir}.vite/manifest.json`, 'utf8'));
  const files = part => closure(entries, Object.keys(entries).find(key => key.includes(part)) ?? '');
  const panel = files('panel/mount');
  const search = files('knowledgeReader');
  const chat = new Set([...files('chatViews'), ...files('conversationPart'), ...files('core/src/live')]);
  const locale = tag => without(files(`src/text/${tag}.`), panel);
  const first = [...new Set([...panel, ...locale('en')])];
  return [
    row('loader and launcher', ['handrail.js'], LIMITS.loader),
    row('panel to first paint, English', first, LIMITS.panel),
    row('search only: launcher, panel, search, an article', [
      ...new Set(['handrail.js', ...first, ...search, ...files('articleViews')]),
    ]),
    row('messages only: launcher, panel, chat', [...new Set(['handrail.js', ...first, ...chat])]),
    row('search engine, added to the panel', without(search, panel), LIMITS.search),
    row('article, added to the panel', without(files('articleViews'), panel)),
    row('chat with a person, added to the panel', without(chat, panel), LIMITS.chat),
    row('files, added to the chat', without(files('fileViews'), panel, chat)),
    row('files on their way, added to the chat', without(files('files/fileSender'), panel, search, chat)),
    row('announcements and menu, added to the chat', without(files('talkViews'), panel, chat)),
    row('queue, added to the chat', without(files('queueViews'), panel, chat)),
    row('form or survey, added to the panel', without(files('formViews'), panel, chat)),
    row('one line for all tabs, added to the chat', without(files('tabs/shareLine'), panel, search, chat)),
    row('without WebSocket, added to the chat', without(files('transport/fallback'), panel, chat), LIMITS.fallback),
    row('known customer, added to the chat', without(files('identity/identityPart'), panel, chat)),
    row('bot, added to the chat', without(files('botPart'), panel, search, chat)),
    row('phrases, English, added to the bot', without(files('flow/src/phrases/en.'), panel)),
    heaviest(
      'largest phrases of a language',
      Object.keys(entries)
        .filter(key => /flow\/src\/phrases\/[^/]+\.ts$/.test(key))
        .map(key => without(closure(entries, key), panel)),
      LIMITS.phrases,
    ),
    ...['en', 'zh-Hans', 'ar'].map(tag => row(`locale ${tag}`, locale(tag), LIMITS.locale)),
    heaviest(
      'largest locale',
      Object.keys(entries)
        .filter(key => /^src\/text\/.*\.ts$/.test(key))
        .map(key => without(closure(entries, key), panel)),
      LIMITS.locale,
    ),
    heaviest(
      'largest shim of another vendor',
      readdirSync(dir + shims).map(file => [shims + file]),
      LIMITS.shim,
    ),
    row('parts for a screen of one’s own', [parts]),
    ...readdirSync(dir)
      .filter(file => file.endsWith('.js'))
      .map(file => row(`file ${file}`, [file])),
  ];
}
