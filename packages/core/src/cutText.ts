/** The beginning of a text, without half characters: they break addresses, and no encoding can carry them. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Surrogate}/gu, '');
}
