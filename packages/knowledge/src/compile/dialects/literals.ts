import JSON5 from 'json5';

/**
 * The value written behind a key in JavaScript or TypeScript, when it is a literal: nothing is run. The first key of that
 * name whose value can be read counts; `undefined` when there is none.
 */
export function literalOf(source: string, key: string): unknown {
  const pattern = new RegExp(`(?<![\\w$.])["']?${key}["']?\\s*:\\s*`, 'g');
  return firstLiteral(withoutComments(source), pattern);
}

/** The literal a module gives away or names: `export default {…}`, `module.exports = […]`, `const sidebars: T = {…}`. */
export function exportedLiteral(source: string): unknown {
  return firstLiteral(
    withoutComments(source),
    /(?:export\s+default\s+|module\.exports\s*=\s*|(?:const|let|var)\s+\w+(?:\s*:\s*[\w.<>[\]]+)?\s*=\s*)/g,
  );
}

/**
 * The source of each value in the map behind a key, by its name: for maps that hold calls or functions and cannot be read as
 * a whole. Empty when there is no map behind the key.
 */
export function sourcesIn(source: string, key: string): ReadonlyMap<string, string> {
  const plain = withoutComments(source);
  const found = new RegExp(`(?<![\\w$.])["']?${key}["']?\\s*:\\s*(?=\\{)`).exec(plain);
  const map = found ? cutBalanced(plain, found.index + found[0].length) : null;
  const values = new Map<string, string>();
  if (map === null) return values;
  let depth = 0;
  let from = 1;
  for (let at = 0; at < map.length; at++) {
    const each = map[at] ?? '';
    if (/["'`]/.test(each)) at = endOfString(map, at) - 1;
    else if (/[{[(]/.test(each)) depth++;
    else if (/[}\])]/.test(each)) depth--;
    if (depth > 1 || (each !== ',' && depth !== 0)) continue;
    const [, name, value] = /^\s*["']?([\w-]+)["']?\s*:([\s\S]*)$/.exec(map.slice(from, at)) ?? [];
    if (name !== undefined && value !== undefined) values.set(name, value.trim());
    from = at + 1;
  }
  return values;
}

function firstLiteral(source: string, before: RegExp): unknown {
  for (const { index, 0: found } of source.matchAll(before)) {
    const text = cutLiteral(source, index + found.length);
    if (text === null) continue;
    try {
      return JSON5.parse(text) as unknown;
    } catch {
      // Holds calls or names; the next one may be plain.
    }
  }
  return undefined;
}

/** The text of a string, number, list or map that begins at `from`; `null` for anything else. */
function cutLiteral(source: string, from: number): string | null {
  const first = source[from] ?? '';
  if (/["'`]/.test(first)) {
    const end = endOfString(source, from);
    const text = source.slice(from, end);
    return first === '`' ? (text.includes('${') ? null : JSON.stringify(text.slice(1, -1))) : text;
  }
  if (first !== '{' && first !== '[')
    return /^(?:true|false|null|-?\d+(?:\.\d+)?)(?![\w.])/.exec(source.slice(from))?.[0] ?? null;
  return cutBalanced(source, from);
}

/** From an opening bracket to the one that closes it. */
function cutBalanced(source: string, from: number): string | null {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const each = source[at] ?? '';
    if (/["'`]/.test(each)) at = endOfString(source, at) - 1;
    else if (/[{[(]/.test(each)) depth++;
    else if (/[}\])]/.test(each) && --depth === 0) return source.slice(from, at + 1);
  }
  return null;
}

function endOfString(source: string, from: number): number {
  const quote = source[from];
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === quote) return at + 1;
  }
  return source.length;
}

function withoutComments(source: string): string {
  return source.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, text) => (typeof text === 'string' ? text : ' '),
  );
}
