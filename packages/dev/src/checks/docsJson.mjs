import { pathToFileURL } from 'node:url';
import { root } from '../run.mjs';
import { fencedBlocks } from './fencedBlocks.mjs';

/** What only a flow has at its top; a block with one of them and without `format` is a piece of the page's flow. */
const OF_FLOWS = ['steps', 'intents', 'variables', 'texts', 'settings'];

/**
 * JSON in the pages is JSON; settings and flows among it pass the same checks as real ones. Pieces of a flow are put together, in
 * the order of the page, with the whole one before them, and must be a flow too.
 */
export async function checkDocsJson(texts) {
  const load = path => import(pathToFileURL(`${root}packages/${path}`).href);
  const { explain } = await load('protocol/dist/explain.js');
  const { ServerConfigSchema } = await load('server/dist/config/serverConfigSchema.js');
  const { publish } = await load('flow/dist/validate.js');
  const inFlow = value => publish(value).errors ?? [];
  const wrongIn = value =>
    value.sites ? explain(ServerConfigSchema, value) : value.format && value.steps ? inFlow(value) : [];

  return [...texts].flatMap(([path, text]) => {
    const { blocks, problems } = readBlocks(path, text);
    const pieces = blocks.filter(({ value }) => OF_FLOWS.some(name => name in value));
    const isInPieces = pieces.some(({ value }) => !value.format);
    const found = [
      ...blocks.flatMap(({ line, value }) => wrongIn(value).map(error => ({ line, error }))),
      ...(isInPieces
        ? inFlow(pieces.map(({ value }) => value).reduce(together)).map(error => ({
            line: `${pieces[0].line}, with the pieces after it`,
            error,
          }))
        : []),
    ];
    return [
      ...problems,
      ...found.map(({ line, error: { path: at, expected, got } }) => {
        return `${path}:${line}: ${at}: expected ${expected}, got ${got}`;
      }),
    ];
  });
}

function readBlocks(path, text) {
  const blocks = [];
  const problems = [];
  for (const { lang, code, line } of fencedBlocks(text)) {
    if (lang !== 'json') continue;
    try {
      blocks.push({ line, value: JSON.parse(code) });
    } catch (error) {
      problems.push(`${path}:${line}: no JSON: ${error.message}`);
    }
  }
  return { blocks, problems };
}

/** Steps, texts and the like are added by name; what is there already gives way. */
function together(flow, piece) {
  const added = Object.entries(piece).map(([name, value]) => [
    name,
    typeof value === 'object' && !Array.isArray(value) ? { ...flow[name], ...value } : value,
  ]);
  return { ...flow, ...Object.fromEntries(added) };
}
