/** Where the focus goes when a place opens: the composer, the search field of results, else the heading. */
export function focusFirst(panel: HTMLElement): void {
  // The place is drawn in this frame; a chunk may still be on its way, then the panel itself takes the focus.
  requestAnimationFrame(() => {
    const root = panel.getRootNode() as ShadowRoot;
    if (root.activeElement && panel.contains(root.activeElement) && root.activeElement !== panel) return;
    const target =
      panel.querySelector<HTMLElement>('[data-composer], [role=combobox]') ??
      panel.querySelector<HTMLElement>('[data-heading]');
    (target ?? panel).focus({ preventScroll: true });
  });
}
