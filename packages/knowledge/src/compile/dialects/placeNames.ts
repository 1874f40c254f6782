/** `getting-started` as people write it: `Getting started`. */
export function humanName(path: string): string {
  const words = (path.split('/').at(-1) ?? path)
    .replace(/\.(?:mdx?|markdown)$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A path without its ending and without a last part that only stands for its folder. */
export function pagePath(path: string): string {
  return path.replace(/\.(?:mdx?|markdown)$/i, '').replace(/(^|\/)(?:index|readme)$/i, '');
}

/** The address of a page from its parts: one slash between them, none at the end. */
export function addressOf(...parts: readonly string[]): string {
  const path = parts
    .flatMap(part => part.split('/'))
    .filter(part => part !== '')
    .join('/');
  return `/${path}`;
}
