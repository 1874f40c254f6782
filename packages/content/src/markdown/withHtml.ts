import type { Token } from 'marked';
import type { Block } from '../nodes.js';
import type { HtmlReader, ReadHtmlOptions, ReadResult, Slots } from '../reading.js';

/** How the tokens of a run are read. */
export interface RunReader {
  readonly read: (token: Token) => readonly Block[];
  /** Whether the tokens are parts of one paragraph. */
  readonly inline: boolean;
  readonly html: HtmlReader;
}

/** What came of a run: its tree, or the blocks of each token where the HTML could not hold them. */
export type RunResult =
  | ({ readonly ok: true } & ReadResult)
  | { readonly ok: false; readonly read: readonly (readonly Block[])[]; readonly warnings: readonly never[] };

/**
 * Reads Markdown tokens among which there is HTML. Tags may open in one token and close in another, so the whole run goes
 * through the HTML reader, with a slot where a token that is not HTML stood. Not `ok` when the HTML swallowed a slot, as an
 * open comment does.
 */
export function readWithHtml(
  tokens: readonly Token[],
  { read, inline, html }: RunReader,
  options: ReadHtmlOptions,
): RunResult {
  const made = tokens.map(token => (token.type === 'html' ? [] : read(token)));
  const left = new Set(made.flatMap((blocks, n) => (blocks.length > 0 ? [n] : [])));
  const slots: Slots = { take: n => (left.delete(n) ? (made[n] ?? []) : []) };
  // As many lines as the token had, so that lines of warnings are lines of the source.
  const slot = (n: number, { raw }: Token) =>
    `<handrail-slot n="${n}"${inline ? '' : ' block'}></handrail-slot>${inline ? '' : raw.replace(/[^\n]+/g, '')}`;
  const source = tokens.map((token, n) => (token.type === 'html' ? token.raw : slot(n, token))).join('');
  const result = html(source, { ...options, slots });
  return left.size === 0 ? { ok: true, ...result } : { ok: false, read: made, warnings: [] };
}
