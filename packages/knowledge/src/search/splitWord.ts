/** The known words a word is written together from, in order; `null` when there are none. */
export type SplitWord = (word: string) => readonly string[] | null;

/** Where and how words may be cut. */
export interface SplitOptions {
  /** Letters of the shortest part. */
  readonly shortest: number;
  /** Letters that may join two parts and belong to neither: `s` in German. */
  readonly links: readonly string[];
  /** Parts at most. */
  readonly most: number;
}

interface Way {
  readonly parts: readonly string[];
  readonly length: number;
}

/**
 * Cuts a word into as few known words as possible, of equal ways the one with the longest first part (dynamic programming over the ends
 * of words; the rule of fewest parts is that of Koehn & Knight, "Empirical methods for compound splitting", 2003, 3.1).
 */
export function createSplitWord(isKnown: (word: string) => boolean, options: SplitOptions): SplitWord {
  const { shortest, links, most } = options;
  return word => {
    if (word.length < 2 * shortest) return null;
    // ways[n]: the best way to write the letters from n to the end.
    const ways: (Way | undefined)[] = [];
    ways[word.length] = { parts: [], length: 0 };
    for (let from = word.length - shortest; from >= 0; from--) ways[from] = bestFrom(word, from, ways);
    const best = ways[0];
    return best && best.length > 1 ? best.parts : null;
  };

  function bestFrom(word: string, from: number, ways: readonly (Way | undefined)[]): Way | undefined {
    let best: Way | undefined;
    for (let to = word.length; to >= from + shortest; to--) {
      const part = word.slice(from, to);
      const rest = restAfter(word, to, ways);
      if (!rest || rest.length >= most || !isKnown(part)) continue;
      if (!best || rest.length + 1 < best.length) best = { parts: [part, ...rest.parts], length: rest.length + 1 };
    }
    return best;
  }

  function restAfter(word: string, to: number, ways: readonly (Way | undefined)[]): Way | undefined {
    const direct = ways[to];
    if (direct) return direct;
    const link = links.find(each => word.startsWith(each, to) && (ways[to + each.length]?.length ?? 0) > 0);
    return link === undefined ? undefined : ways[to + link.length];
  }
}
