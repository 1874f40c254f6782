import { Marked, type Token, type TokenizerExtension, type Tokens } from 'marked';

/** A footnote where it is defined. */
export interface FootnoteToken extends Tokens.Generic {
  readonly type: 'footnote';
  readonly label: string;
  readonly tokens: Token[];
}

/** A mark that refers to a footnote. */
export interface NoteMarkToken extends Tokens.Generic {
  readonly type: 'noteMark';
  readonly label: string;
}

const MARK = /^\[\^([^\]\s]{1,100})\]/;
const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*/;

/** `[^1]: …`, with the lines below that are indented, as GitHub reads it. */
const definition: TokenizerExtension = {
  name: 'footnote',
  level: 'block',
  tokenizer(source) {
    const found = DEFINITION.exec(source);
    if (!found?.[1]) return undefined;
    const lines = source.split('\n');
    let end = 1;
    while (end < lines.length && belongs(lines, end)) end += 1;
    const raw = lines.slice(0, end).join('\n') + (end < lines.length ? '\n' : '');
    const text = raw.slice(found[0].length).replace(/\n(?: {1,4}|\t)/g, '\n');
    return { type: 'footnote', raw, label: found[1], tokens: this.lexer.blockTokens(text, []) };
  },
};

/** An indented line, an empty one before an indented one, or a paragraph that simply goes on. */
function belongs(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (/^(?: {2,}|\t)\S/.test(line)) return true;
  if (line.trim() === '') return /^(?: {2,}|\t)\S/.test(lines[at + 1] ?? '');
  return (lines[at - 1] ?? '').trim() !== '' && /^[\p{L}\p{N}("'*_]/u.test(line);
}

const mark: TokenizerExtension = {
  name: 'noteMark',
  level: 'inline',
  tokenizer(source) {
    const found = MARK.exec(source);
    return found?.[1] ? { type: 'noteMark', raw: found[0], label: found[1] } : undefined;
  },
};

/** Tokens of a Markdown source: GFM and footnotes. Throws for what the lexer cannot take. */
export function lexMarkdown(source: string): Token[] {
  const marked = new Marked({ gfm: true, breaks: false });
  // A source without any is spared the attempts.
  if (source.includes('[^')) marked.use({ extensions: [definition, mark] });
  return marked.lexer(source);
}
