/** Puts the focus where one writes next; where nothing can be written, on the conversation. */
export function toComposer(): void {
  const [field, log] = ['[data-composer]', '[role="log"]'].map(one => document.querySelector<HTMLElement>(one));
  (field ?? log)?.focus();
}
