import type { SplitOptions } from './splitWord.js';

/**
 * The known words that a word may begin with, and those that may follow them, and so on. Asks only for what can be reached, because each
 * question may cost a request.
 */
export async function findParts(
  word: string,
  { shortest, links }: SplitOptions,
  isKnown: (part: string) => Promise<boolean>,
): Promise<ReadonlySet<string>> {
  const parts = new Set<string>();
  const starts = [0];
  for (const from of starts) {
    const ends = endsFrom(word, from, shortest);
    const known = await Promise.all(ends.map(to => isKnown(word.slice(from, to))));
    ends.forEach((to, place) => {
      if (!known[place]) return;
      parts.add(word.slice(from, to));
      const linked = links.filter(link => word.startsWith(link, to)).map(link => to + link.length);
      for (const next of [to, ...linked]) if (!starts.includes(next)) starts.push(next);
    });
  }
  return parts;
}

/** Ends of parts that leave nothing, or enough for another part. The word as a whole is none. */
function endsFrom(word: string, from: number, shortest: number): number[] {
  return Array.from({ length: word.length + 1 }, (_, to) => to).filter(
    to => to >= from + shortest && to - from < word.length && (to === word.length || to + shortest <= word.length),
  );
}
