/** A tag of a component in a line. */
export interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'self';
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
}

/** Components begin with a capital or have a hyphen; the rest is HTML. */
const START = /<(\/?)([A-Z][\w.]*|[a-z]+-[\w-]+|Fragment)(?=[\s/>]|$)/g;

/** The component tags of a line, in order. `unfinished` when the last one has no end on it. */
export function findTags(text: string): { tags: Tag[]; unfinished: boolean } {
  const tags: Tag[] = [];
  START.lastIndex = 0;
  for (let found = START.exec(text); found; found = START.exec(text)) {
    const end = endOf(text, START.lastIndex);
    if (end < 0) return { tags, unfinished: true };
    const inside = text.slice(START.lastIndex, end);
    const kind = found[1] === '/' ? 'close' : inside.trimEnd().endsWith('/') ? 'self' : 'open';
    tags.push({ name: found[2] ?? '', kind, attributes: readAttributes(inside), start: found.index, end: end + 1 });
    START.lastIndex = end + 1;
  }
  return { tags, unfinished: false };
}

/** The `>` that ends a tag: the first outside of quotes and braces. */
function endOf(text: string, from: number): number {
  let quote = '';
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const each = text[at] ?? '';
    if (quote !== '') quote = each === quote ? '' : quote;
    else if (each === '"' || each === "'" || each === '`') quote = each;
    else if (each === '{') depth++;
    else if (each === '}') depth--;
    else if (each === '>' && depth === 0) return at;
  }
  return -1;
}

function readAttributes(text: string): Record<string, string> {
  const pattern = /([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)\s*\}))?/g;
  const found = [...text.replace(/\{\s*[^"'`\s][^}]*\}/g, '""').matchAll(pattern)];
  return Object.fromEntries(
    found.map(([, name = '', ...values]) => [name, values.find(value => value !== undefined) ?? '']),
  );
}
