import { damerau } from '../../search/damerau.js';

/** Of the names, the one that was probably meant; `null` when none is near. */
export function nearest(given: string, names: readonly string[]): string | null {
  const most = given.length <= 4 ? 1 : 2;
  const near = names
    .map(name => ({ name, edits: name.startsWith(given) && given.length > 1 ? 0 : damerau(given, name, most) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.name ?? null;
}

/** `; did you mean build?`, or nothing. */
export function didYouMean(given: string, names: readonly string[], prefix = ''): string {
  const name = nearest(given, names);
  return name === null ? '' : `; did you mean ${prefix}${name}?`;
}
