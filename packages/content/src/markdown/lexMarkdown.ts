import { Marked, type Token, type TokenizerExtension, type Tokens } from 'marked';
import { linkAtStart } from '../textLinks.js';

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
    const raw = source.slice(0, endOf(source));
    const text = raw.slice(found[0].length).replace(/\n(?: {1,4}|\t)/g, '\n');
    return { type: 'footnote', raw, label: found[1], tokens: this.lexer.blockTokens(text, []) };
  },
};

/** Where a definition ends: after indented lines, empty ones before them, and those of a paragraph that simply goes on. */
function endOf(source: string): number {
  let end = after(source, 0);
  let isOpen = true;
  for (let at = end; at < source.length; at = after(source, at)) {
    const line = source.slice(at, after(source, at));
    const isEmpty = line.trim() === '';
    const isPart = /^(?: {2,}|\t)\S/.test(line) || (isOpen && /^[\p{L}\p{N}("'*_]/u.test(line));
    if (!isEmpty && !isPart) break;
    isOpen = !isEmpty;
    if (!isEmpty) end = after(source, at);
  }
  return end;
}

/** The start of the next line. */
function after(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end + 1;
}

const mark: TokenizerExtension = {
  name: 'noteMark',
  level: 'inline',
  tokenizer(source) {
    const found = MARK.exec(source);
    return found?.[1] ? { type: 'noteMark', raw: found[0], label: found[1] } : undefined;
  },
};

/** A bare address: it ends where it would in a plain text, so that what follows is read as Markdown again. */
function url(this: { lexer: { state: { inLink: boolean } } }, source: string): Tokens.Link | undefined {
  const found = this.lexer.state.inLink ? null : linkAtStart(source);
  if (!found) return undefined;
  const { text, href } = found;
  return { type: 'link', raw: text, text, href, tokens: [{ type: 'text', raw: text, text, escaped: false }] };
}

/** Tokens of a Markdown source: GFM and footnotes. Throws for what the lexer cannot take. */
export function lexMarkdown(source: string): Token[] {
  const marked = new Marked({ gfm: true, breaks: false, tokenizer: { url } });
  // A source without any is spared the attempts.
  if (source.includes('[^')) marked.use({ extensions: [definition, mark] });
  return marked.lexer(source);
}
