/**
 * Gives the focus to the panel when what had it went away or was switched off, such as a pressed choice; otherwise keys,
 * Escape above all, would reach the page only. Returns the end of it.
 */
export function keepFocus(panel: HTMLElement): () => void {
  const root = panel.getRootNode() as Document | ShadowRoot;
  let last: HTMLElement | null = null;
  const isGone = (element: HTMLElement) => !panel.contains(element) || element.matches(':disabled');
  const remember = (event: FocusEvent) => {
    last = event.target as HTMLElement;
  };
  const left = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return;
    // Some browsers tell of the loss while the element is still there; after this turn it is clear who ended it.
    queueMicrotask(() => {
      if (last === target && !isGone(target as HTMLElement) && root.activeElement !== target) last = null;
    });
  };
  const observer = new MutationObserver(() => {
    if (!last || !isGone(last)) return;
    const active = root.activeElement;
    const lost = active === null || active === last || active === document.body;
    last = null;
    if (lost) panel.focus({ preventScroll: true });
  });
  panel.addEventListener('focusin', remember);
  panel.addEventListener('focusout', left);
  observer.observe(panel, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    observer.disconnect();
    panel.removeEventListener('focusin', remember);
    panel.removeEventListener('focusout', left);
  };
}
