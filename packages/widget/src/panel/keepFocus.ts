const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]';

/**
 * Gives the focus to the composer, or else to the panel, when what had it went away or was switched off, such as a pressed
 * choice; otherwise keys, Escape above all, would reach the page only, and what is typed next be lost. Returns the end of it.
 * @param modal whether the panel covers a phone: Tab stays inside, and the focus goes to the panel
 */
export function keepFocus(panel: HTMLElement, modal: boolean): () => void {
  const root = panel.getRootNode() as Document | ShadowRoot;
  let last: HTMLElement | null = null;
  const isGone = (element: HTMLElement) => !panel.contains(element) || element.matches(':disabled');
  // On phones a field with the focus brings the keyboard up, over what was asked for.
  const refuge = () => (modal ? null : panel.querySelector<HTMLElement>('[data-composer]')) ?? panel;
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
    if (lost) refuge().focus({ preventScroll: true });
  });
  const trap = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && modal) trapTab(panel, event);
  };
  panel.addEventListener('keydown', trap);
  panel.addEventListener('focusin', remember);
  panel.addEventListener('focusout', left);
  observer.observe(panel, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    observer.disconnect();
    panel.removeEventListener('keydown', trap);
    panel.removeEventListener('focusin', remember);
    panel.removeEventListener('focusout', left);
  };
}

/** For phones, where the panel covers everything. */
function trapTab(panel: HTMLElement, event: KeyboardEvent): void {
  const all = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const first = all[0];
  const last = all[all.length - 1];
  const active = (panel.getRootNode() as ShadowRoot).activeElement;
  if (event.shiftKey ? active === first : active === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
