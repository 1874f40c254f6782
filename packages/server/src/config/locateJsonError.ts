/** Where a text stops being JSON. */
export interface JsonErrorPlace {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  readonly expected: string;
  readonly got: string;
}

const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may not hold them (RFC 8259, section 7)
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** The first place where a text breaks the grammar of RFC 8259; `null` when it does not. Node 20 only names it at times. */
export function locateJsonError(text: string): JsonErrorPlace | null {
  let at = 0;

  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  }

  function takeMark(mark: string): boolean {
    take(SPACE);
    const here = text[at] === mark;
    if (here) at += 1;
    return here;
  }

  function value(): string | null {
    if (takeMark('{')) return list('}', member);
    if (takeMark('[')) return list(']', value);
    return take(SCALAR) || take(STRING) ? null : 'a value';
  }

  function member(): string | null {
    take(SPACE);
    if (!take(STRING)) return 'a name in double quotes';
    return takeMark(':') ? value() : 'a colon after the name';
  }

  function list(end: string, item: () => string | null): string | null {
    if (takeMark(end)) return null;
    do {
      const missing = item();
      if (missing !== null) return missing;
    } while (takeMark(','));
    return takeMark(end) ? null : `a comma or ${end}`;
  }

  const missing = value() ?? (take(SPACE) && at === text.length ? null : 'the end of the file');
  return missing === null ? null : place(text, at, missing);
}

function place(text: string, at: number, expected: string): JsonErrorPlace {
  const before = text.slice(0, at).split('\n');
  const rest = (text.slice(at).split('\n', 1)[0] ?? '').trim();
  const got = at >= text.length ? 'the end of the file' : JSON.stringify(rest.slice(0, 30));
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected, got };
}
