import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Problem } from '../problem.js';

/** The values of a JSON file: one, or one a line in a `.jsonl` or `.ndjson` file. */
export interface JsonResult {
  readonly values: readonly { readonly value: unknown; readonly path: string }[];
  readonly problems: readonly Problem[];
}

/** Parses JSON; a file, or a line of a file of lines, that is none is a problem with its line and column. */
export function readJson(text: string, where: string): JsonResult {
  const plain = text.replace(/^\ufeff/, '');
  if (!/\.(?:jsonl|ndjson)$/i.test(where)) return readOne(plain, where, '$', 1);
  const lines = plain.split('\n').map((line, at) => ({ line, at }));
  const results = lines
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => readOne(line, where, `$[${at}]`, at + 1));
  return {
    values: results.flatMap(({ values }) => values),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function readOne(text: string, where: string, path: string, firstLine: number): JsonResult {
  try {
    return { values: [{ value: JSON.parse(text), path }], problems: [] };
  } catch (error) {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    const [first] = errors;
    const before = text.slice(0, first?.offset ?? 0).split('\n');
    const line = firstLine + before.length - 1;
    const reason = first ? explain(first, errors, text) : error instanceof Error ? error.message : String(error);
    const column = (before.at(-1)?.length ?? 0) + 1;
    return {
      values: [],
      problems: [{ severity: 'error', where, line, message: `broken JSON: ${reason} at column ${column}` }],
    };
  }
}

/** What stands at the first error; what was expected there the parser may only say with the next one. */
function explain({ offset, length }: ParseError, errors: readonly ParseError[], text: string): string {
  const got = text.slice(offset, offset + Math.max(1, Math.min(length, 20)));
  const expected = errors.map(({ error }) => EXPECTED[printParseErrorCode(error)]).find(each => each !== undefined);
  return `expected ${expected ?? 'JSON'}, got ${got === '' ? 'the end of the file' : JSON.stringify(got)}`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a property name in double quotes',
  ValueExpected: 'a value',
  ColonExpected: '":"',
  CommaExpected: '","',
  CloseBraceExpected: '"}"',
  CloseBracketExpected: '"]"',
  EndOfFileExpected: 'the end of the file',
  UnexpectedEndOfString: 'a closing quote',
  InvalidCommentToken: 'no comment',
  InvalidNumberFormat: 'a number',
};
