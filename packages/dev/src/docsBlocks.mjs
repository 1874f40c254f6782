import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { CLIENT_EVENT_WORDS, CONFIG_WORDS, EVENT_WORDS } from './docsWords.mjs';
import { flowTables } from './flowTables.mjs';
import { measureSizes } from './measureSizes.mjs';
import { root } from './run.mjs';

const source = path => readFileSync(`${root}packages/${path}`, 'utf8');
const built = path => import(pathToFileURL(`${root}packages/${path}`).href);

/** Every generated block of the documentation, by name. Reads the built packages and comments of their sources. */
export async function makeBlocks() {
  return new Map([
    ['errors', await errors()],
    ['closes', await closes()],
    ['limits', await limits()],
    ['metrics', await metrics()],
    ['frames-client', await clientFrames()],
    ['frames-server', await serverFrames()],
    ['events', await logEvents()],
    ['config', await config()],
    ['commands', commands()],
    ['client-events', clientEvents()],
    ...(await flowTables(table)),
    ['exports', packageExports()],
    ['sizes', sizes()],
  ]);
}

/** Bytes of what a browser loads; tenths of a kilobyte, so that a renamed variable is no change of the docs. */
function sizes() {
  const kilo = bytes => (bytes / 1000).toFixed(1);
  const rows = measureSizes()
    .filter(({ name }) => !name.startsWith('file '))
    .map(({ name, raw, gzip, brotli }) => [name, kilo(raw), kilo(gzip), kilo(brotli)]);
  return table(['what a browser loads, in kB', 'raw', 'gzip', 'brotli'], rows);
}

async function errors() {
  const { ERROR_CODES, ERROR_MEANINGS } = await built('protocol/dist/index.js');
  const rows = Object.entries(ERROR_CODES).map(([code, { status, retryable }]) => [
    `\`${code}\``,
    status === 0 ? '–' : status,
    retryable ? 'yes' : 'no',
    ERROR_MEANINGS[code],
  ]);
  return table(['code', 'HTTP', 'may work later', 'meaning'], rows);
}

async function closes() {
  const { CLOSE_CODES } = await built('protocol/dist/closeCodes.js');
  const rows = Object.entries(CLOSE_CODES).map(([code, { name, comeBack, meaning }]) => [
    code,
    `\`${name}\``,
    comeBack ? 'comes back' : 'stops',
    meaning,
  ]);
  return table(['code', 'name', 'the client', 'meaning'], rows);
}

async function limits() {
  const { DEFAULT_SERVER_LIMITS } = await built('server/dist/gateway/serverLimits.js');
  const said = comments(source('protocol/src/limits.ts') + source('server/src/gateway/serverLimits.ts'));
  const rows = Object.entries(DEFAULT_SERVER_LIMITS).map(([name, value]) => [
    `\`${name}\``,
    value.toLocaleString('en'),
    words(said.get(name), `limit ${name}`),
  ]);
  return table(['limit', 'default', 'what it bounds'], rows);
}

/** Handrail's own figures; those of the process carry the names every Node exporter uses. */
async function metrics() {
  const { createMetrics } = await built('server/dist/metrics/createMetrics.js');
  const made = createMetrics();
  made.watch({ connections: () => 0, pending: () => 0, sites: () => [] });
  const text = await made.text();
  const types = new Map([...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => [name, type]));
  const rows = [...text.matchAll(/^# HELP (handrail_\w+) (.+)$/gm)].map(([, name, help]) => [
    `\`${name}\``,
    types.get(name),
    help,
  ]);
  return table(['figure', 'type', 'what it says'], rows);
}

async function clientFrames() {
  const { CLIENT_FRAMES, CLIENT_FRAME_WORDS } = await built('protocol/dist/schema.js');
  return frameTable(CLIENT_FRAMES, CLIENT_FRAME_WORDS);
}

async function serverFrames() {
  const { SERVER_FRAMES, SERVER_FRAME_WORDS } = await built('protocol/dist/schema.js');
  return frameTable(SERVER_FRAMES, SERVER_FRAME_WORDS);
}

function frameTable(frames, said) {
  const rows = Object.entries(frames).map(([t, schema]) => {
    const { t: _, ...properties } = (schema.anyOf?.[0] ?? schema).properties;
    const required = new Set((schema.anyOf?.[0] ?? schema).required);
    const fields = Object.keys(properties).map(name => `\`${name}${required.has(name) ? '' : '?'}\``);
    return [`\`${t}\``, fields.join(' ') || '–', words(said[t], `frame ${t}`)];
  });
  return table(['`t`', 'fields', 'says'], rows);
}

async function logEvents() {
  const { BODIES } = await built('protocol/dist/records/event.js');
  const { ACCESS } = await built('server/dist/access/can.js');
  const rows = Object.entries(BODIES).map(([kind, { properties, required = [] }]) => {
    const fields = Object.keys(properties).map(name => `\`${name}${required.includes(name) ? '' : '?'}\``);
    const writers = [
      ACCESS[`send:${kind}`].includes('own') && 'visitor',
      ACCESS[`bot:${kind}`].includes('own') && 'the page’s bot',
      ACCESS[`send:${kind}`].includes('agent') && 'agent',
    ].filter(Boolean);
    return [`\`${kind}\``, fields.join(' ') || '–', writers.join(', '), words(EVENT_WORDS[kind], `event ${kind}`)];
  });
  return table(['kind', 'body', 'written by', 'means'], rows);
}

async function config() {
  const { ServerConfigSchema } = await built('server/dist/config/serverConfigSchema.js');
  const own = comments(source('server/src/config/serverConfigSchema.ts'));
  const site = comments(source('protocol/src/records/siteConfig.ts'));
  const rows = fieldsOf(ServerConfigSchema).map(({ path, shape, required }) => {
    const said = (path.startsWith('sites[]') ? site : own).get(path.split('.').at(-1));
    return [
      `\`${path}\``,
      `${shape}${required ? ', required' : ''}`,
      words(CONFIG_WORDS[path] ?? said, `setting ${path}`),
    ];
  });
  return table(['setting', 'shape', 'what it does'], rows);
}

/** Every setting by its path; limits are a table of their own. */
function fieldsOf(schema, before = '') {
  const required = new Set(schema.required);
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const path = before + name;
    const row = { path, shape: shapeOf(field), required: required.has(name) };
    if (path === 'limits') return [row];
    if (field.properties) return [row, ...fieldsOf(field, `${path}.`)];
    if (field.items?.properties) return [row, ...fieldsOf(field.items, `${path}[].`)];
    return [row];
  });
}

function shapeOf(field) {
  if (field.anyOf) return field.anyOf.map(shapeOf).join(' or ');
  if (field.enum) return field.enum.map(value => `\`${value}\``).join(' ');
  if (field.type === 'array') return `list of ${field.items.type === 'object' ? 'objects' : shapeOf(field.items)}`;
  if (field.type === 'string') return 'text';
  if (field.type === 'boolean') return '`true` `false`';
  return field.type;
}

/** Every command: where it is, what it tells and which stores it moves. Tests of core and widget walk the same rows. */
function commands() {
  const rows = JSON.parse(source('dev/src/commands.json')).map(({ command, does, where, tells, moves }) => [
    `\`${command}\``,
    does,
    where.map(place => (place === 'client' ? 'client' : 'widget, tag')).join(', '),
    code(tells),
    code(moves),
  ]);
  return table(['command', 'does', 'in', 'tells', 'moves'], rows);
}

function clientEvents() {
  const text = source('core/src/events.ts');
  const told = eventsTold();
  const body = /export interface HandrailEvents \{\n([\s\S]*?)\n\}/.exec(text)?.[1] ?? '';
  const rows = [...body.matchAll(/^ {2}'?([\w:]+)'?: (.+);$/gm)].map(([, name, data]) => [
    `\`${name}\``,
    `\`${data.replace(/\|/g, 'or')}\``,
    words(CLIENT_EVENT_WORDS[name], `client event ${name}`) + (told.has(name) ? '' : ' Not told in this version.'),
  ]);
  return table(['event', '`data`', 'when'], rows);
}

/** Names of the events core, and the screen the widget draws, really tell. */
function eventsTold() {
  const files = ['core/src', 'widget/src'].flatMap(folder =>
    readdirSync(`${root}packages/${folder}`, { recursive: true })
      .filter(path => /(?<!\.test)\.tsx?$/.test(path))
      .map(path => `${folder}/${path}`),
  );
  const calls = files.flatMap(path => [...source(path).matchAll(/\btell(?:Screen)?\(\s*'([\w:]+)'/g)]);
  return new Set(calls.map(([, name]) => name));
}

function packageExports() {
  const rows = readdirSync(`${root}packages`).flatMap(folder => {
    const manifest = JSON.parse(readOr(`${root}packages/${folder}/package.json`, '{}'));
    return Object.entries(manifest.exports ?? {})
      .filter(([path, target]) => typeof target === 'object' && !path.includes('*'))
      .map(([path, { 'handrail-source': file }]) => {
        const { values, types } = namesIn(readOr(`${root}packages/${folder}/${file}`, ''));
        return [`\`${manifest.name}${path.slice(1)}\``, code(values), code(types)];
      })
      .filter(([, values, types]) => values !== '–' || types !== '–');
  });
  return table(['import', 'values', 'types'], rows);
}

/** Exported names of a source file, as written; nothing is followed. */
function namesIn(text) {
  const values = [];
  const types = [];
  for (const [, typeOnly, list] of text.matchAll(/^export (type )?\{([^}]*)\}/gm)) {
    for (const entry of list.split(',').map(each => each.trim())) {
      if (entry === '') continue;
      const isType = typeOnly || entry.startsWith('type ');
      (isType ? types : values).push(
        entry
          .replace(/^type /, '')
          .split(' as ')
          .at(-1),
      );
    }
  }
  for (const [, kind, name] of text.matchAll(/^export (?:async )?(const|function|class|interface|type) (\w+)/gm)) {
    (kind === 'interface' || kind === 'type' ? types : values).push(name);
  }
  return { values, types };
}

/** Doc comments by the name of the field that follows. */
function comments(text) {
  const found = new Map();
  for (const [, comment, name] of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\n\s*(?:readonly )?([$\w]+)\??:/g)) {
    found.set(
      name,
      comment
        .replace(/^\s*\*/gm, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  }
  return found;
}

function words(said, what) {
  if (said) return said;
  throw new Error(`packages/dev/src/docsWords.mjs: expected words for ${what}, got none`);
}

const code = names => names.map(name => `\`${name}\``).join(' ') || '–';

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}

function table(head, rows) {
  const line = cells => `| ${cells.map(cell => String(cell).replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
