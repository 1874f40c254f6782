import type { PlaceName } from '../widgetOptions.js';
import type { WidgetParts } from '../widgetParts.js';

/** Where an address leads, such as `#handrail=article/returns/refunds`. */
export type Link =
  | { readonly to: 'place'; readonly place: PlaceName }
  | { readonly to: 'search'; readonly query: string }
  | { readonly to: 'article'; readonly id: string; readonly section: string | undefined };

const PLACES: readonly string[] = ['home', 'help', 'chat', 'contact'] satisfies PlaceName[];

/** What stands behind `#handrail=`; `null` when it leads nowhere. */
export function readLink(hash: string): Link | null {
  const [name = '', ...rest] = hash.slice('#handrail='.length).split('/').map(decoded);
  const [first, second] = rest;
  if (PLACES.includes(name) && first === undefined) return { to: 'place', place: name as PlaceName };
  if (name === 'search' && first) return { to: 'search', query: rest.join('/') };
  if (name === 'article' && first) return { to: 'article', id: first, section: second || undefined };
  return null;
}

/** Opens what the page's address names. The address stays: it is the page's, and can be sent to somebody. */
export function openLink(parts: WidgetParts): void {
  const link = readLink(location.hash);
  if (!link) return;
  const widget = parts.widget();
  const opened =
    link.to === 'place'
      ? widget.open(link.place)
      : link.to === 'search'
        ? widget.search(link.query)
        : widget.openArticle(link.id, link.section === undefined ? {} : { section: link.section });
  opened.catch(() => {});
}

/** A stray `%` is text. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
