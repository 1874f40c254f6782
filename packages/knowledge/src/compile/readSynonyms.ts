/**
 * Groups of words that mean the same, as people write them: each group a list (`[basket, cart]`) or one text
 * (`basket = cart`). `null` when it is neither, or a group has fewer than two words.
 */
export function readSynonyms(value: unknown): string[][] | null {
  if (!Array.isArray(value)) return typeof value === 'string' ? readSynonyms([value]) : null;
  const groups = value.map(readGroup);
  return groups.every(group => group !== null) ? groups : null;
}

function readGroup(value: unknown): string[] | null {
  const words = typeof value === 'string' ? value.split('=') : value;
  if (!Array.isArray(words) || !words.every(word => typeof word === 'string' || typeof word === 'number')) return null;
  const group = [...new Set(words.map(word => String(word).trim()).filter(word => word !== ''))];
  return group.length >= 2 ? group : null;
}
