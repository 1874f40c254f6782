import { decodeHTML } from 'entities/decode';
import type { Token, Tokens } from 'marked';
import { CALLOUTS } from './callouts.js';
import { headingsOf } from './headings.js';
import { lighten } from './html/lighten.js';
import { asInline, joinText, trimRun } from './html/runs.js';
import { withoutTags } from './html/withoutTags.js';
import { checkLink, checkSource } from './links.js';
import { type FootnoteToken, lexMarkdown, type NoteMarkToken } from './markdown/lexMarkdown.js';
import { readWithHtml } from './markdown/withHtml.js';
import type { Block, ImageNode, Inline } from './nodes.js';
import { inlineText } from './plainText.js';
import {
  type HtmlReader,
  IMAGE_REFUSED,
  LINK_REFUSED,
  type ReadOptions,
  type ReadResult,
  type ReadWarning,
} from './reading.js';
import { createSlugger } from './slug.js';
import { readVideo } from './videos.js';

/** How Markdown is read. */
export interface ReadMarkdownOptions extends ReadOptions {
  /** Reads the HTML inside. Default: none; tags are left out with a warning, their words stay. */
  readonly html?: HtmlReader;
}

const CALLOUT_MARK = /^\[!(\w+)\][-+]?[ \t]*/;
const OWN_ID = /^\{(?:\/\*|:)?[ \t]*#([^\s{}*]{1,200})[^{}]*\}$/;

/**
 * Markdown (GFM, `> [!NOTE]` callouts, `[^1]` footnotes, `## Title {#id}`) to a safe token tree.
 * Never throws: a source the lexer cannot take becomes one paragraph of its text.
 */
export function readMarkdown(source: string, options: ReadMarkdownOptions = {}): ReadResult {
  try {
    const tokens = lexMarkdown(source);
    const reader = createReader(options, labelsOf(tokens));
    const tree = reader.document(tokens);
    return { tree, headings: headingsOf(tree), warnings: reader.warnings };
  } catch (error) {
    const message = `could not be read as Markdown (${error instanceof Error ? error.message : String(error)})`;
    return { tree: [{ t: 'p', c: [source] }], headings: [], warnings: [{ line: 1, message }] };
  }
}

/** Labels of the footnotes that are defined, at any depth. */
function labelsOf(tokens: readonly Token[]): Map<string, FootnoteToken> {
  const found = new Map<string, FootnoteToken>();
  const visit = (token: Token) => {
    if (token.type === 'footnote' && !found.has(token.label)) found.set(token.label, token as FootnoteToken);
    if ('items' in token) token.items?.forEach(visit);
    if ('tokens' in token) token.tokens?.forEach(visit);
  };
  tokens.forEach(visit);
  return found;
}

function createReader(options: ReadMarkdownOptions, footnotes: ReadonlyMap<string, FootnoteToken>) {
  const warnings: ReadWarning[] = [];
  const nextSlug = createSlugger();
  /** Numbers of footnotes by label, in the order of the first marks. */
  const noted = new Map<string, number>();
  let line = 1;
  const warn = (message: string) => warnings.push({ line, message });

  function document(tokens: readonly Token[]): Block[] {
    const tree = blocks(tokens, token => {
      line += newlines(token);
    });
    const notes: Block[][] = [];
    // A note may refer to another one.
    for (const label of noted.keys()) notes.push(blocks(footnotes.get(label)?.tokens ?? []));
    return notes.length === 0 ? tree : [...tree, { t: 'list', ordered: true, notes: true, items: notes }];
  }

  function blocks(tokens: readonly Token[], after: (token: Token) => void = () => {}): Block[] {
    const read = (token: Token) => {
      const made = block(token);
      after(token);
      return made;
    };
    return options.html && tokens.some(isTag) ? throughHtml(tokens, read, false) : tokens.flatMap(read);
  }

  /** A run with HTML in it. */
  function throughHtml(tokens: readonly Token[], read: (token: Token) => readonly Block[], inline: boolean): Block[] {
    if (!options.html) return [];
    const from = line;
    const result = readWithHtml(tokens, { read, inline, html: options.html }, { ...options, nextSlug });
    for (const { line: at, message } of result.warnings)
      warnings.push({ line: inline ? from : from + at - 1, message });
    if (result.ok) return [...result.tree];
    return tokens.flatMap((token, index) =>
      token.type === 'html' ? rawHtml(token.raw) : [...(result.read[index] ?? [])],
    );
  }

  function block(token: Token): Block[] {
    switch (token.type) {
      case 'heading':
        return [heading(token as Tokens.Heading)];
      case 'paragraph':
      case 'text':
        return paragraph(token as Tokens.Paragraph | Tokens.Text);
      case 'list':
        return [list(token as Tokens.List)];
      case 'table':
        return [table(token as Tokens.Table)];
      case 'code':
        return [code(token as Tokens.Code)];
      case 'blockquote':
        return [quote(token as Tokens.Blockquote)];
      case 'hr':
        return [{ t: 'hr' }];
      case 'html':
        return rawHtml(token.raw);
      default:
        return [];
    }
  }

  function heading(token: Tokens.Heading): Block {
    const all = inlines(token.tokens);
    const last = all[all.length - 1];
    const brace = typeof last === 'string' ? last.lastIndexOf('{') : -1;
    const id = typeof last === 'string' && brace >= 0 ? OWN_ID.exec(last.slice(brace).trimEnd())?.[1] : undefined;
    const c = id === undefined || typeof last !== 'string' ? all : trimRun([...all.slice(0, -1), last.slice(0, brace)]);
    return { t: 'h', level: token.depth, id: nextSlug(inlineText(c), id), c };
  }

  function paragraph(token: Tokens.Paragraph | Tokens.Text): Block[] {
    if (options.html && token.tokens?.some(isTag)) return throughHtml(token.tokens, readInlineToken, true);
    const c = token.tokens ? inlines(token.tokens) : [decodeHTML(token.text)];
    const only = c.length === 1 ? c[0] : undefined;
    const video = typeof only === 'object' && only.t === 'img' ? readVideo(only.src) : null;
    if (video && typeof only === 'object' && only.t === 'img') return [{ t: 'video', src: video.src, title: only.alt }];
    return c.length === 0 ? [] : [{ t: 'p', c }];
  }

  function list(token: Tokens.List): Block {
    const items = token.items.map(item => (item.task ? task(item) : blocks(item.tokens)));
    const start = typeof token.start === 'number' && token.start !== 1 ? { start: token.start } : {};
    return { t: 'list', ordered: token.ordered, ...start, items };
  }

  function task(item: Tokens.ListItem): Block[] {
    const box = item.checked ? '☑ ' : '☐ ';
    const [first, ...rest] = blocks(item.tokens);
    if (first?.t !== 'p') return [{ t: 'p', c: [box] }, ...(first ? [first] : []), ...rest];
    return [{ t: 'p', c: joinText([box, ...first.c]) }, ...rest];
  }

  function table(token: Tokens.Table): Block {
    const align = token.align.map(side => (side === 'left' ? 'start' : side === 'right' ? 'end' : side));
    const cells = (row: readonly Tokens.TableCell[]) => row.map(cell => inlines(cell.tokens));
    return { t: 'table', align, head: cells(token.header), rows: token.rows.map(cells) };
  }

  function code(token: Tokens.Code): Block {
    const lang = token.lang?.split(/[\s{]/, 1)[0];
    return lang ? { t: 'pre', lang, v: token.text } : { t: 'pre', v: token.text };
  }

  function quote(token: Tokens.Blockquote): Block {
    const c = blocks(token.tokens);
    const first = c[0];
    const lead = first?.t === 'p' ? first.c[0] : undefined;
    const mark = typeof lead === 'string' ? CALLOUT_MARK.exec(lead) : null;
    const name = mark?.[1]?.toLowerCase() ?? '';
    const kind = Object.hasOwn(CALLOUTS, name) ? CALLOUTS[name] : undefined;
    if (!mark || !kind || first?.t !== 'p' || typeof lead !== 'string') return { t: 'quote', c };
    const words = [lead.slice(mark[0].length), ...first.c.slice(1)];
    const { title, rest } = splitTitle(words, c.length > 1);
    const content = rest.length > 0 ? [{ t: 'p' as const, c: rest }, ...c.slice(1)] : c.slice(1);
    if (title.length === 0) return { t: 'callout', kind, c: content };
    return { t: 'callout', kind, titled: true, c: [{ t: 'p', c: title }, ...content] };
  }

  function rawHtml(raw: string): Block[] {
    if (raw.trim().startsWith('<!--')) return [];
    const words = withoutTags(raw);
    warn(`raw HTML is not allowed in articles; its words were kept, its tags were not: ${raw.trim().slice(0, 60)}`);
    return words === '' ? [] : [{ t: 'p', c: [words] }];
  }

  const readInlineToken = (token: Token): Block[] => {
    const c = inline(token);
    return c.length === 0 ? [] : [{ t: 'p', c }];
  };

  function inlines(tokens: readonly Token[] = []): Inline[] {
    if (options.html && tokens.some(isTag)) return asInline(throughHtml(tokens, readInlineToken, true));
    return joinText(tokens.flatMap(inline));
  }

  function inline(token: Token): Inline[] {
    switch (token.type) {
      case 'text':
      case 'escape': {
        const nested = (token as Tokens.Text).tokens;
        return nested ? inlines(nested) : [decodeHTML((token as Tokens.Text).text)];
      }
      case 'strong':
      case 'em':
      case 'del':
        return [{ t: token.type as 'strong' | 'em' | 'del', c: inlines((token as Tokens.Strong).tokens) }];
      case 'codespan':
        return [{ t: 'code', v: (token as Tokens.Codespan).text }];
      case 'br':
        return [{ t: 'br' }];
      case 'link':
        return link(token as Tokens.Link);
      case 'image':
        return image(token as Tokens.Image);
      case 'noteMark':
        return noteMark(token as NoteMarkToken);
      case 'html':
        return inlineHtml(token.raw);
      default:
        return [];
    }
  }

  function noteMark({ label, raw }: NoteMarkToken): Inline[] {
    if (!footnotes.has(label)) return [raw];
    const n = noted.get(label) ?? noted.size + 1;
    noted.set(label, n);
    return [{ t: 'noteref', n }];
  }

  function inlineHtml(raw: string): Inline[] {
    if (/^<br\s*\/?>$/i.test(raw)) return [{ t: 'br' }];
    if (!raw.startsWith('<!--')) warn(`raw HTML is not allowed in articles; the tag was left out: ${raw.slice(0, 40)}`);
    return [];
  }

  function link(token: Tokens.Link): Inline[] {
    const c = inlines(token.tokens);
    const target = options.resolveLink ? options.resolveLink(token.href) : token.href;
    if (target === null) return c;
    if (typeof target !== 'string') return [{ t: 'ref', ...target, c }];
    const href = checkLink(target);
    if (href !== null) return [{ t: 'link', href, c }];
    warn(`${LINK_REFUSED}, got ${token.href.slice(0, 80)}`);
    return c;
  }

  function image(token: Tokens.Image): Inline[] {
    const alt = decodeHTML(token.text);
    const found = options.resolveImage ? options.resolveImage(token.href) : { src: token.href };
    const src = found === null ? null : checkSource(found.src);
    if (found === null || src === null) {
      warn(`${IMAGE_REFUSED}, got ${token.href.slice(0, 80)}`);
      return alt === '' ? [] : [alt];
    }
    const node: ImageNode = { ...found, t: 'img', src, alt };
    return [node];
  }

  return { document, warnings };
}

const newlines = (token: Token): number => token.raw.split('\n').length - 1;

/** A tag or more; a comment is none. */
const isTag = (token: Token): boolean => token.type === 'html' && lighten(token.raw).trim() !== '';

/** Words on the line of `[!NOTE]` are the callout's title when something follows below them. */
function splitTitle(words: readonly Inline[], hasMore: boolean): { title: Inline[]; rest: Inline[] } {
  const at = words.findIndex(node => typeof node === 'string' && node.includes('\n'));
  const line = words[at];
  if (typeof line !== 'string')
    return hasMore ? { title: trimRun(words), rest: [] } : { title: [], rest: trimRun(words) };
  const end = line.indexOf('\n');
  return {
    title: trimRun([...words.slice(0, at), line.slice(0, end)]),
    rest: trimRun([line.slice(end + 1), ...words.slice(at + 1)]),
  };
}
