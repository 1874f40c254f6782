import { escapeHtml as text } from './escapeHtml.js';
import type { DocChapter, DocPage } from './listDocs.js';

/** What a page shows beside its navigation. */
export interface DocContent {
  readonly page: DocPage;
  /** HTML of the article. */
  readonly html: string;
  /** Headings of the second level, for "On this page". */
  readonly sections: readonly { readonly id: string; readonly text: string }[];
}

/** One page of the documentation as a whole HTML document, without scripts. */
export function docPage(chapters: readonly DocChapter[], { page, html, sections }: DocContent): string {
  const pages = chapters.flatMap(chapter => chapter.pages);
  const at = pages.indexOf(page);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(page.title)} · Handrail</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header><a class="home" href="/docs/">${MARK}Handrail <span>Documentation</span></a><a class="to-pages" href="#pages">All pages</a></header>
<div class="columns">
<main id="content" tabindex="-1">
${html}
<footer>${neighbour('Before', pages[at - 1])}${neighbour('Next', pages[at + 1])}</footer>
</main>
<nav id="pages" class="all" aria-label="All pages">${chapters.map(chapter => chapterLinks(chapter, page)).join('')}</nav>
${onThisPage(sections)}
</div>
</body>
</html>
`;
}

const MARK =
  '<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M3 13.5 12 8h9M7 11.5V20M16 8v12"/></svg>';

function chapterLinks({ name, pages }: DocChapter, current: DocPage): string {
  const title = name === '' ? '' : `<h2>${text(name.replace(/[-_]/g, ' '))}</h2>`;
  const links = pages.map(page => {
    const here = page === current ? ' aria-current="page"' : '';
    return `<li><a href="${hrefOf(page)}"${here}>${text(page.title)}</a></li>`;
  });
  return `${title}<ul>${links.join('')}</ul>`;
}

function onThisPage(sections: DocContent['sections']): string {
  if (sections.length < 2) return '';
  const links = sections.map(
    ({ id, text: words }) => `<li><a href="#${text(encodeURIComponent(id))}">${text(words)}</a></li>`,
  );
  return `<nav class="here" aria-label="On this page"><h2>On this page</h2><ul>${links.join('')}</ul></nav>`;
}

function neighbour(word: string, page: DocPage | undefined): string {
  return page ? `<a href="${hrefOf(page)}"><small>${word}</small>${text(page.title)}</a>` : '<span></span>';
}

const hrefOf = ({ url }: DocPage): string => text(`/docs/${url.split('/').map(encodeURIComponent).join('/')}`);
