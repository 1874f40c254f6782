import { createBitWriter } from '../../files/bitWriter.js';
import { SERIALIZATION_VERSION } from '../../files/knowledgeFile.js';
import { writeLexicon } from '../../files/lexicon.js';
import { seal } from '../../files/seal.js';
import { CONTEXTS } from '../../files/shardContexts.js';
import { wordKey } from '../../files/wordKey.js';
import { isConceptTerm } from '../../text/findConcepts.js';
import { groupBy } from '../groupBy.js';
import type { TermPostings } from './collectPostings.js';
import type { Shard } from './cutShards.js';
import type { NumberedTerm } from './termTable.js';

/** Words a shard aims at, about 1 kB; a word nobody knows loads those that end and are as long as it. */
const SHARD_WORDS = 400;
const SHORTEST = 3;

/** Terms worth correcting a typo to, in shards by {@link wordKey}. Words of the same key stay together. */
export function cutWords(order: readonly NumberedTerm[], { counts, starts, phrases }: TermPostings): Shard[] {
  const worth = order.filter(({ term, id }) => {
    if (term.length < SHORTEST || isConceptTerm(term) || /\d/.test(term)) return false;
    return (counts[id] as number) > 1 || phrases[starts[id] as number] !== undefined;
  });
  const byKey = groupBy(worth, ({ term }) => wordKey(term.slice(-1), term.length));
  const shards: Shard[] = [];
  let members: NumberedTerm[] = [];
  let first = '';
  for (const [key, words] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (members.length + words.length / 2 > SHARD_WORDS) {
      shards.push({ first, bytes: encodeWords(members, counts) });
      members = [];
      first = key;
    }
    members.push(...words);
  }
  if (members.length > 0) shards.push({ first, bytes: encodeWords(members, counts) });
  return shards;
}

function encodeWords(words: readonly NumberedTerm[], counts: Uint32Array): Uint8Array {
  const sorted = [...words].sort((a, b) => (a.term < b.term ? -1 : 1));
  const out = createBitWriter(CONTEXTS);
  writeLexicon(
    out,
    sorted.map(({ term }) => term),
    // Which of two words is the commoner one decides; powers of two tell that in fewer bytes.
    sorted.map(({ id }) => 1 + Math.round(Math.log2(counts[id] as number))),
  );
  return seal(out.take(), SERIALIZATION_VERSION);
}
