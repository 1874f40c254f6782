/** Makes a field as high as its text, up to what the style allows. */
export function fit(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.setProperty('block-size', 'auto');
  field.style.setProperty('block-size', `${field.scrollHeight}px`);
}
