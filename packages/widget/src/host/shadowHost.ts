/** The widget's one element in the page, and the open shadow root everything lives in. */
export interface ShadowHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Adds a style sheet to the shadow root, once; the page's own style rules never see it. */
  style(css: string): void;
  /** Puts the element into the page, and back whenever a client-side router replaced the body or what is in it. */
  attach(): void;
  remove(): void;
}

/**
 * Rules of the host element. `!important` inside a shadow tree wins over `!important` of the page (CSS Cascade 5,
 * section 6.1), so no style of the page reaches in.
 */
const HOST_CSS = `:host{all:initial!important;position:fixed!important;width:0!important;height:0!important;display:block!important;z-index:var(--handrail-z,2147483000)!important}
@media print{:host{display:none!important}}`;

/** Makes the element; nothing is in the page before `attach`. */
export function createShadowHost(document: Document): ShadowHost {
  const element = document.createElement('handrail-host');
  const root = element.attachShadow({ mode: 'open' });
  const styled = new Set<string>();
  const style = (css: string) => {
    if (styled.has(css)) return;
    styled.add(css);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
  style(HOST_CSS);
  const attach = () => {
    const { body, documentElement } = document;
    if (!body) return;
    if (element.parentNode !== body) body.append(element);
    // The body may be another one each time. Watching a node twice is watching it once.
    for (const node of [documentElement, body]) swaps.observe(node, { childList: true });
  };
  const swaps = new MutationObserver(attach);
  return {
    element,
    root,
    style,
    attach,
    remove() {
      swaps.disconnect();
      element.remove();
    },
  };
}
