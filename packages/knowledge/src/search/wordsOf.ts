import { plainText, type Tree } from '@handrail/content';

/** The words of a document without the alternative texts of its images, which are not beside the passage it becomes. */
export function wordsOf(tree: Tree): string {
  const withoutImages = JSON.stringify(tree, (key, value: unknown) => (key === 'alt' ? '' : value));
  return plainText(JSON.parse(withoutImages) as Tree);
}
