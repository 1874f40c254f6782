/**
 * Calls commands from attributes, also of elements that come later: `<button data-handrail-ask="Where is my order?">`.
 * Returns its end.
 */
export function listenToAttributes(call: (method: string, value?: string) => unknown): () => void {
  const clicked = (event: MouseEvent) => {
    for (const name of ['open', 'search', 'ask', 'article']) {
      const attribute = `data-handrail-${name}`;
      const element = (event.target as Element).closest?.(`[${attribute}]`);
      // With a key held, a link opens in a tab of its own.
      if (!element || event.ctrlKey || event.metaKey) continue;
      // Where there is no script, a link still leads somewhere.
      event.preventDefault();
      call(name === 'article' ? 'openArticle' : name, element.getAttribute(attribute) || undefined);
    }
  };
  document.addEventListener('click', clicked);
  return () => document.removeEventListener('click', clicked);
}
