import { gfm } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';

/** Classes that help desks and their themes give to boxes, by weight; the first that fits. */
const CALLOUTS: readonly [kind: string, classes: RegExp][] = [
  ['DANGER', /\b(?:danger|error|red)\b/],
  ['WARNING', /\b(?:warning|warn|caution|important|yellow|orange|attention)\b/],
  ['TIP', /\b(?:tip|success|hint|green)\b/],
  ['NOTE', /\b(?:callout|note|notice|info|alert|admonition|blue)\b/],
];
const CALLOUT = /(?:^|[\s_-])(?:callout|alert|admonition|notice|note|warning|tip|info|danger|caution)(?:$|[\s_-])/;

/** Markdown, and whether it is the words alone because the HTML could not be read. */
export interface MarkdownResult {
  readonly markdown: string;
  readonly wordsOnly: boolean;
}

/** As `htmlToMarkdown`; HTML that cannot be read, as one of a thousand levels, gives its words. Never throws. */
export function safeMarkdown(html: string): MarkdownResult {
  try {
    return { markdown: htmlToMarkdown(html), wordsOnly: false };
  } catch {
    const words = html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^<>]{0,1000}>/g, ' ');
    return { markdown: words.replace(/\s+/g, ' ').trim(), wordsOnly: true };
  }
}

/**
 * The HTML of a help desk's article as Markdown (GFM, `> [!NOTE]` callouts, videos as images). Tables that Markdown has
 * no form for (merged cells, no head) stay HTML. Scripts, styles and forms are dropped.
 */
export function htmlToMarkdown(html: string): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '_',
    hr: '---',
  });
  service.use(gfm);
  service.remove(['script', 'style', 'noscript', 'form', 'button', 'input', 'template']);
  service.addRule('callout', { filter: isCallout, replacement: (content, node) => callout(content, element(node)) });
  service.addRule('video', {
    filter: ['iframe', 'video', 'embed'],
    replacement: (_, node) => video(element(node)),
  });
  service.addRule('table', {
    filter: node => node.nodeName === 'TABLE' && !fitsMarkdown(node),
    replacement: (_, node) => `\n\n${element(node).outerHTML.replace(/\n\s*\n/g, '\n')}\n\n`,
  });
  service.addRule('term', { filter: 'dt', replacement: content => `\n\n**${content.trim()}**\n\n` });
  service.addRule('summary', {
    filter: 'summary',
    replacement: (_, node) => `<summary>${escapeHtml(node.textContent?.trim() ?? '')}</summary>\n\n`,
  });
  service.addRule('details', {
    filter: 'details',
    replacement: content => `\n\n<details>\n${content.trim()}\n\n</details>\n\n`,
  });
  service.addRule('caption', { filter: 'figcaption', replacement: content => `\n\n_${content.trim()}_\n\n` });
  return service
    .turndown(html)
    .replace(/<div class="joplin-table-wrapper">([\s\S]*?<\/table>)<\/div>/g, '$1')
    .replace(/^(\s*)([-*]|\d+\.) {2,3}(?=\S)/gm, '$1$2 ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Markdown's tables have a head, one cell a column, and no blocks of code, headings or tables inside. */
function fitsMarkdown(table: Element): boolean {
  const count = (tag: string) => table.getElementsByTagName(tag).length;
  const cells = ['td', 'th'].flatMap(tag => Array.from(table.getElementsByTagName(tag)));
  const merged = cells.some(cell => ['colspan', 'rowspan'].some(name => Number(cell.getAttribute(name) ?? 1) > 1));
  return !merged && count('th') > 0 && ['table', 'pre', 'h1', 'h2', 'h3', 'h4'].every(tag => count(tag) === 0);
}

/** Rules get nodes of turndown's own DOM; those that are asked for by tag are elements. */
function element(node: TurndownService.Node): Element {
  return node as Element;
}

function isCallout(node: HTMLElement): boolean {
  return (
    ['DIV', 'SECTION', 'ASIDE', 'BLOCKQUOTE', 'P'].includes(node.nodeName) && CALLOUT.test(node.className.toLowerCase())
  );
}

function callout(content: string, { className }: Element): string {
  const kind = CALLOUTS.find(([, classes]) => classes.test(className.toLowerCase()))?.[0] ?? 'NOTE';
  const lines = content.trim().split('\n');
  return `\n\n> [!${kind}]\n${lines.map(line => `> ${line}`.trimEnd()).join('\n')}\n\n`;
}

function video(node: Element): string {
  const src = node.getAttribute('src') ?? node.querySelector('source')?.getAttribute('src') ?? '';
  if (src === '') return '';
  const title = (node.getAttribute('title') ?? 'Video').replace(/[[\]]/g, '');
  const address = src.replace(/^\/\//, 'https://').replace(/^http:/, 'https:');
  const watch = address.replace(
    /^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*/,
    'https://www.youtube.com/watch?v=$1',
  );
  return `\n\n![${title}](${watch.replace(/^https:\/\/player\.vimeo\.com\/video\/(\d+).*/, 'https://vimeo.com/$1')})\n\n`;
}
