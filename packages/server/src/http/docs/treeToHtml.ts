import type { Block, Inline, Tree } from '@handrail/content';
import { checkLink, checkSource } from '@handrail/content';
import { escapeHtml as text } from './escapeHtml.js';

const CALLOUT_NAMES = { note: 'Note', tip: 'Tip', warning: 'Careful', danger: 'Danger' } as const;

/** A safe token tree as HTML. Every text and attribute is escaped, every address checked again. */
export function treeToHtml(tree: Tree): string {
  return tree.map(block).join('\n');
}

function block(node: Block): string {
  switch (node.t) {
    case 'p':
      return `<p>${inlines(node.c)}</p>`;
    case 'h':
      return heading(node.level, node.id, inlines(node.c));
    case 'list':
      return list(node);
    case 'table':
      return table(node);
    case 'pre':
      return `<pre tabindex="0"${node.lang ? ` data-lang="${text(node.lang)}"` : ''}><code>${text(node.v)}</code></pre>`;
    case 'quote':
      return node.fold ? fold(node.c) : `<blockquote>${treeToHtml(node.c)}</blockquote>`;
    case 'callout':
      return `<aside class="callout ${node.kind}"><p class="kind">${CALLOUT_NAMES[node.kind]}</p>${treeToHtml(node.c)}</aside>`;
    case 'video':
      return link(node.src, text(node.title === '' ? node.src : node.title));
    case 'hr':
      return '<hr>';
    default:
      // A tree of a newer version may hold kinds this one does not know: draw nothing.
      return '';
  }
}

function heading(level: number, id: string, html: string): string {
  const tag = `h${Math.min(6, Math.max(1, Math.trunc(level) || 2))}`;
  return `<${tag} id="${text(id)}"><a class="anchor" href="#${text(encodeURIComponent(id))}">${html}</a></${tag}>`;
}

function fold([summary, ...rest]: Tree): string {
  return `<details><summary>${summary?.t === 'p' ? inlines(summary.c) : ''}</summary>${treeToHtml(rest)}</details>`;
}

function list({ ordered, start, notes, items }: Extract<Block, { t: 'list' }>): string {
  if (notes) return `<section class="notes"><ol>${items.map(note).join('')}</ol></section>`;
  const tag = ordered ? 'ol' : 'ul';
  const from = ordered && start !== undefined ? ` start="${Math.trunc(start)}"` : '';
  return `<${tag}${from}>${items.map(item => `<li>${item.map(itemBlock).join('\n')}</li>`).join('')}</${tag}>`;
}

const note = (item: Tree, index: number): string =>
  `<li id="note-${index + 1}">${item.map(itemBlock).join('\n')} <a href="#mark-${index + 1}" aria-label="Back to reference ${index + 1}">↩</a></li>`;

/** A paragraph that is a list item's text keeps no box of its own. */
const itemBlock = (node: Block): string => (node.t === 'p' ? inlines(node.c) : block(node));

function table({ align, head, rows, rowHead }: Extract<Block, { t: 'table' }>): string {
  const cell = (tag: 'th' | 'td', content: readonly Inline[], column: number) => {
    const side = align[column];
    return `<${tag}${side ? ` class="${side}"` : ''}${tag === 'th' ? ' scope="col"' : ''}>${inlines(content)}</${tag}>`;
  };
  const top = head.some(content => content.length > 0)
    ? `<thead><tr>${head.map((c, n) => cell('th', c, n)).join('')}</tr></thead>`
    : '';
  const row = (cells: readonly (readonly Inline[])[]) =>
    `<tr>${cells.map((c, n) => (rowHead && n === 0 ? `<th scope="row">${inlines(c)}</th>` : cell('td', c, n))).join('')}</tr>`;
  return `<div class="table" tabindex="0"><table>${top}<tbody>${rows.map(row).join('')}</tbody></table></div>`;
}

const inlines = (nodes: readonly Inline[]): string => nodes.map(inline).join('');

function inline(node: Inline): string {
  if (typeof node === 'string') return text(node);
  switch (node.t) {
    case 'strong':
    case 'del':
      return `<${node.t}>${inlines(node.c)}</${node.t}>`;
    case 'em': {
      const tag = node.as === 'sub' || node.as === 'sup' ? node.as : 'em';
      return `<${tag}>${inlines(node.c)}</${tag}>`;
    }
    case 'code':
      return node.as === 'kbd' ? `<kbd>${text(node.v)}</kbd>` : `<code>${text(node.v)}</code>`;
    case 'noteref': {
      const n = Math.trunc(node.n) || 1;
      return `<sup><a id="mark-${n}" href="#note-${n}" aria-label="Footnote ${n}">${n}</a></sup>`;
    }
    case 'br':
      return '<br>';
    case 'link':
      return link(node.href, inlines(node.c));
    case 'ref':
      return inlines(node.c);
    case 'img':
      return image(node);
    default:
      return '';
  }
}

function link(href: string, html: string): string {
  const safe = checkLink(href);
  if (safe === null) return html;
  const rel = /^https?:/i.test(safe) ? ' rel="noopener nofollow"' : '';
  return `<a href="${text(safe)}"${rel}>${html}</a>`;
}

function image({ src, alt, width, height }: Extract<Inline, { t: 'img' }>): string {
  const safe = checkSource(src);
  if (safe === null) return text(alt);
  const size = width && height ? ` width="${Math.trunc(width)}" height="${Math.trunc(height)}"` : '';
  return `<img src="${text(safe)}" alt="${text(alt)}" loading="lazy"${size}>`;
}
