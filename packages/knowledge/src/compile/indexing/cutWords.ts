import { createBitWriter } from '../../files/bitWriter.js';
import { SERIALIZATION_VERSION } from '../../files/knowledgeFile.js';
import { writeLexicon } from '../../files/lexicon.js';
import { seal } from '../../files/seal.js';
import { CONTEXTS } from '../../files/shardContexts.js';
import { REAL_WORD, wordKey } from '../../files/wordKey.js';
import { isConceptTerm } from '../../text/findConcepts.js';
import { groupBy } from '../groupBy.js';
import type { TermPostings } from './collectPostings.js';
import type { Shard } from './cutShards.js';
import { findMistakable } from './findMistakable.js';
import type { NumberedTerm } from './termTable.js';

/** Words a shard aims at, about 1 kB; a word nobody knows loads those that end and are as long as it. */
const SHARD_WORDS = 400;
const SHORTEST = 3;

/** What is known beside the words of articles. */
export interface WordsBeside {
  /** Words of the language that are no slips. */
  readonly real: ReadonlySet<string>;
  /** Whether the help centre is so small that a word that stands in one text only counts. */
  readonly isSmall: boolean;
}

interface CountedWord {
  readonly term: string;
  readonly count: number;
}

/**
 * Terms worth correcting a typo to, and real words that would be mistaken for a typo of them, in shards by {@link wordKey}. Words of the
 * same key stay together.
 */
export function cutWords(
  order: readonly NumberedTerm[],
  { counts, starts, phrases }: TermPostings,
  { real, isSmall }: WordsBeside,
): Shard[] {
  const isWord = (term: string) => term.length >= SHORTEST && !isConceptTerm(term) && !/\d/.test(term);
  const isWorth = (id: number) => isSmall || (counts[id] as number) > 1 || phrases[starts[id] as number] !== undefined;
  const worth = order.filter(({ term, id }) => isWord(term) && isWorth(id));
  const rest = new Set(real);
  for (const { term, id } of order) if ((counts[id] as number) > 1) rest.delete(term);
  const mistakable = new Set(
    findMistakable(
      rest,
      worth.map(({ term }) => term),
    ),
  );
  const words = worth.map(({ term, id }) => {
    const count = counts[id] as number;
    // Which of two words is the commoner one decides; powers of two tell that in fewer bytes.
    return { term, count: mistakable.delete(term) ? REAL_WORD + count : 1 + Math.round(Math.log2(count)) };
  });
  const unused = [...mistakable].map(term => ({ term, count: REAL_WORD }));
  return cutByKey([...words, ...unused]);
}

function cutByKey(words: readonly CountedWord[]): Shard[] {
  const byKey = groupBy(words, ({ term }) => wordKey(term.slice(-1), term.length));
  const shards: Shard[] = [];
  let members: CountedWord[] = [];
  let first = '';
  for (const [key, alike] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (members.length + alike.length / 2 > SHARD_WORDS) {
      shards.push({ first, bytes: encodeWords(members) });
      members = [];
      first = key;
    }
    members.push(...alike);
  }
  if (members.length > 0) shards.push({ first, bytes: encodeWords(members) });
  return shards;
}

function encodeWords(words: readonly CountedWord[]): Uint8Array {
  const sorted = [...words].sort((a, b) => (a.term < b.term ? -1 : 1));
  const out = createBitWriter(CONTEXTS);
  writeLexicon(
    out,
    sorted.map(({ term }) => term),
    sorted.map(({ count }) => count),
  );
  return seal(out.take(), SERIALIZATION_VERSION);
}
