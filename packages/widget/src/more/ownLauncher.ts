import type { WidgetParts } from '../widgetParts.js';

const { warn } = globalThis.console;
const followed = new WeakMap<WidgetParts['host'], () => void>();

/** Makes elements of the page open the panel, those that match `launcher.element` now; takes it back from those before. */
export function followOwnLauncher(parts: WidgetParts): void {
  followed.get(parts.host)?.();
  followed.delete(parts.host);
  const selector = parts.options.config.launcher?.element;
  if (!selector) return;
  try {
    document.querySelector(selector);
  } catch {
    warn(`Handrail: /launcher/element: expected a selector, got "${selector}".`);
    parts.launcher.button.hidden = false;
    return;
  }
  const stop = follow(parts, selector);
  followed.set(parts.host, stop);
  parts.ends.push(stop);
}

/** Attributes that say to everybody what the element does, and to its style how much is unread. */
const ATTRIBUTES = ['aria-haspopup', 'aria-expanded', 'data-handrail-unread'];

function follow(parts: WidgetParts, selector: string): () => void {
  const widget = parts.widget();
  let last: HTMLElement | null = null;
  const dress = () => {
    const { open, unread } = widget.getState();
    for (const element of document.querySelectorAll(selector)) {
      element.setAttribute('aria-haspopup', 'dialog');
      element.setAttribute('aria-expanded', String(open));
      if (unread > 0) element.setAttribute('data-handrail-unread', String(unread));
      else element.removeAttribute('data-handrail-unread');
    }
  };
  const clicked = (event: MouseEvent) => {
    const element = (event.target as Element).closest?.<HTMLElement>(selector);
    // With a key held, a link opens in a tab of its own.
    if (!element || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    last = element;
    void widget.toggle().catch(() => {});
  };
  const near = (event: Event) => {
    if ((event.target as Element).closest?.(selector)) void parts.load().catch(() => {});
  };
  const closed = () => {
    dress();
    // Whoever closed the panel was in it, or nowhere; the focus goes back to where they came from.
    const { activeElement } = document;
    if (last?.isConnected && (activeElement === document.body || activeElement === parts.host.element)) last.focus();
  };
  document.addEventListener('click', clicked);
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, near, { passive: true });
  const stops = [widget.on('open', dress), widget.on('close', closed), widget.on('unread', dress)];
  dress();
  return () => {
    document.removeEventListener('click', clicked);
    for (const type of ['pointerover', 'focusin']) document.removeEventListener(type, near);
    for (const stop of stops) stop();
    for (const element of document.querySelectorAll(selector))
      for (const name of ATTRIBUTES) element.removeAttribute(name);
  };
}
