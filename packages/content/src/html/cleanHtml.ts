import createDOMPurify, { type WindowLike } from 'dompurify';

const ALLOWED_TAGS = [
  'h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd table caption thead tbody tfoot tr th td pre blockquote hr details summary',
  'div section article aside main header footer figure figcaption picture address center',
  'strong b em i del s strike ins u mark small kbd sub sup code tt samp var q cite abbr time span font label br wbr a img',
  'iframe video source button input handrail-slot starlight-tabs',
].flatMap(line => line.split(' '));

const ALLOWED_ATTR = [
  'id class role hidden title name dir lang style align width height start open type checked colspan rowspan',
  'href src alt aria-label aria-hidden aria-controls aria-labelledby for n block',
  'data-src data-lang data-language data-footnotes data-footnote-ref data-footnote-backref',
].flatMap(line => line.split(' '));

/** As DOMPurify's own, with less: what `checkLink` lets pass, and links between articles. */
const ALLOWED_URI_REGEXP = /^(?:(?:https?|mailto|tel|article):|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i;

/** Elements with words or controls a tree has no place for. */
const MISSED = new Set(['FORM', 'OBJECT', 'EMBED', 'CANVAS', 'AUDIO', 'MATH']);

/** A cleaned document's body and what was taken out that a reader might miss. */
export interface CleanHtml {
  readonly body: Element;
  readonly missed: readonly string[];
  /** Addresses of links that may not be one. */
  readonly refused: readonly string[];
}

/**
 * Cleans HTML with DOMPurify. The attributes left serve recognition only: none but addresses that were checked, ids of
 * headings and texts reach the tree.
 */
export function cleanHtml(html: string, window: WindowLike): CleanHtml {
  const purify = createDOMPurify(window);
  const body: Node = purify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP,
    // Ids of headings may be any name of the DOM; nothing of this document is ever put into a page.
    SANITIZE_DOM: false,
    RETURN_DOM: true,
  });
  const names = purify.removed.flatMap(each => ('element' in each ? [each.element.nodeName.toUpperCase()] : []));
  const refused = purify.removed.flatMap(each => {
    return 'attribute' in each && each.attribute?.name === 'href' ? [each.attribute.value] : [];
  });
  return { body: body as Element, missed: [...new Set(names.filter(name => MISSED.has(name)))], refused };
}
