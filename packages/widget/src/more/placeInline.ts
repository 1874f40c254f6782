import inlineCss from '../theme/inline.css?inline';
import type { WidgetParts } from '../widgetParts.js';

const { warn } = globalThis.console;

/** Instead of the rules of an element that stands over the page; `!important` for the same reason as there. */
const HOST_CSS = `:host(.inline){position:static!important;display:grid!important;grid-template:minmax(0,1fr)/minmax(0,1fr)!important;
width:100%!important;height:100%!important;min-height:420px!important}`;

/**
 * Draws the panel in an element of the page, and again where a router replaced that. A selector that finds nothing waits for the
 * page to be read, then says so; the launcher stands in for it.
 */
export function placeInline(parts: WidgetParts, target: string | Element): void {
  const { host, launcher, load } = parts;
  const find = () => (typeof target === 'string' ? document.querySelector(target) : target);
  const place = () => {
    const home = find();
    if (home && host.element.parentNode !== home) home.append(host.element);
    return home !== null;
  };
  const follow = () => {
    // From here on the element belongs into another than the body.
    host.remove();
    host.element.classList.add('inline');
    host.style(HOST_CSS);
    host.style(inlineCss);
    place();
    const swaps = new MutationObserver(place);
    swaps.observe(document.documentElement, { childList: true, subtree: true });
    parts.ends.push(() => swaps.disconnect());
    void load().catch(() => {});
  };
  const begin = () => {
    if (find()) return follow();
    warn(`Handrail: target: expected an element of the page, found none for "${target}".`);
    parts.options = { ...parts.options, target: undefined };
    launcher.button.hidden = false;
  };
  if (find() || document.readyState !== 'loading') begin();
  else {
    document.addEventListener('DOMContentLoaded', begin, { once: true });
    parts.ends.push(() => document.removeEventListener('DOMContentLoaded', begin));
  }
}
