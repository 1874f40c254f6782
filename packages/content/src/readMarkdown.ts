import { decodeHTML } from 'entities';
import { Lexer, type Token, type Tokens } from 'marked';
import { checkLink, checkSource } from './links.js';
import type { Block, CalloutKind, ImageNode, Inline, Tree } from './nodes.js';
import { inlineText } from './plainText.js';
import { createSlugger } from './slug.js';

/** What an article link points at: another article, an outside address, or nothing (`null` leaves the words). */
export type LinkTarget = { readonly article: string; readonly section?: string } | string | null;

/** How addresses inside the source are understood. */
export interface ReadMarkdownOptions {
  /** Default: addresses that pass `checkLink` are kept, others leave their words behind. */
  readonly resolveLink?: (href: string) => LinkTarget;
  /** Default: addresses that pass `checkSource` are kept, others leave their alternative text behind. */
  readonly resolveImage?: (src: string) => { src: string; width?: number; height?: number } | null;
}

/** A heading in reading order; `id` is unique in its document. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** Something that was left out, with the 1-based line of the source it stood near. */
export interface ReadWarning {
  readonly line: number;
  readonly message: string;
}

/** The result of reading one document. */
export interface ReadResult {
  readonly tree: Tree;
  readonly headings: readonly Heading[];
  readonly warnings: readonly ReadWarning[];
}

const CALLOUTS: Readonly<Record<string, CalloutKind>> = {
  note: 'note',
  info: 'note',
  important: 'note',
  tip: 'tip',
  success: 'tip',
  warning: 'warning',
  caution: 'warning',
  danger: 'danger',
};
const CALLOUT_MARK = /^\[!(\w+)\]\s*/;
const VIDEO = /\.(?:mp4|webm)(?:[?#]|$)|^https:\/\/(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com)\//i;

/**
 * Markdown (GFM and `> [!NOTE]` callouts) to a safe token tree. Raw HTML is left out with a warning; its words stay.
 * Never throws: a source the lexer cannot take becomes one paragraph of its text.
 */
export function readMarkdown(source: string, options: ReadMarkdownOptions = {}): ReadResult {
  const reader = createReader(options);
  let tokens: Token[];
  try {
    tokens = new Lexer({ gfm: true, breaks: false }).lex(source);
    const tree = reader.document(tokens);
    return { tree, headings: reader.headings, warnings: reader.warnings };
  } catch (error) {
    const message = `could not be read as Markdown (${error instanceof Error ? error.message : String(error)})`;
    return { tree: [{ t: 'p', c: [source] }], headings: [], warnings: [{ line: 1, message }] };
  }
}

function createReader(options: ReadMarkdownOptions) {
  const headings: Heading[] = [];
  const warnings: ReadWarning[] = [];
  const nextSlug = createSlugger();
  let line = 1;
  const warn = (message: string) => warnings.push({ line, message });

  function document(tokens: readonly Token[]): Block[] {
    return tokens.flatMap(token => {
      const made = block(token);
      line += token.raw.split('\n').length - 1;
      return made;
    });
  }

  const blocks = (tokens: readonly Token[] | undefined): Block[] => (tokens ?? []).flatMap(block);

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
        return rawHtml(token as Tokens.HTML);
      default:
        return [];
    }
  }

  function heading(token: Tokens.Heading): Block {
    const c = inlines(token.tokens);
    const text = inlineText(c);
    const id = nextSlug(text);
    headings.push({ level: token.depth, id, text });
    return { t: 'h', level: token.depth, id, c };
  }

  function paragraph(token: Tokens.Paragraph | Tokens.Text): Block[] {
    const c = token.tokens ? inlines(token.tokens) : [decodeHTML(token.text)];
    const only = c.length === 1 ? c[0] : undefined;
    if (typeof only === 'object' && only.t === 'img' && VIDEO.test(only.src)) {
      return [{ t: 'video', src: only.src, title: only.alt }];
    }
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
    return token.lang ? { t: 'pre', lang: token.lang, v: token.text } : { t: 'pre', v: token.text };
  }

  function quote(token: Tokens.Blockquote): Block {
    const c = blocks(token.tokens);
    const first = c[0];
    const lead = first?.t === 'p' ? first.c[0] : undefined;
    const mark = typeof lead === 'string' ? CALLOUT_MARK.exec(lead) : null;
    const kind = mark ? CALLOUTS[mark[1]?.toLowerCase() ?? ''] : undefined;
    if (!mark || !kind || first?.t !== 'p' || typeof lead !== 'string') return { t: 'quote', c };
    const rest = [lead.slice(mark[0].length), ...first.c.slice(1)].filter(node => node !== '');
    return { t: 'callout', kind, c: rest.length > 0 ? [{ t: 'p', c: rest }, ...c.slice(1)] : c.slice(1) };
  }

  function rawHtml(token: Tokens.HTML): Block[] {
    const words = withoutTags(token.text);
    if (token.text.trim().startsWith('<!--')) return [];
    warn(
      `raw HTML is not allowed in articles; its words were kept, its tags were not: ${token.text.trim().slice(0, 60)}`,
    );
    return words === '' ? [] : [{ t: 'p', c: [words] }];
  }

  function inlines(tokens: readonly Token[] | undefined): Inline[] {
    return joinText((tokens ?? []).flatMap(inline));
  }

  function inline(token: Token): Inline[] {
    switch (token.type) {
      case 'text':
      case 'escape': {
        const nested = (token as Tokens.Text).tokens;
        return nested ? nested.flatMap(inline) : [decodeHTML((token as Tokens.Text).text)];
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
      case 'html':
        return inlineHtml(token.raw);
      default:
        return [];
    }
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
    warn(`link refused: expected an https, http, mailto, tel or relative address, got ${token.href.slice(0, 80)}`);
    return c;
  }

  function image(token: Tokens.Image): Inline[] {
    const alt = decodeHTML(token.text);
    const found = options.resolveImage ? options.resolveImage(token.href) : { src: token.href };
    const src = found === null ? null : checkSource(found.src);
    if (found === null || src === null) {
      warn(`image refused: expected an https or relative address, got ${token.href.slice(0, 80)}`);
      return alt === '' ? [] : [alt];
    }
    const node: ImageNode = { ...found, t: 'img', src, alt };
    return [node];
  }

  return { document, headings, warnings };
}

function withoutTags(html: string): string {
  return decodeHTML(html.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '').replace(/<[^>]*>?/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function joinText(nodes: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out[out.length - 1];
    if (typeof node === 'string' && typeof last === 'string') out[out.length - 1] = last + node;
    else if (node !== '') out.push(node);
  }
  return out;
}
