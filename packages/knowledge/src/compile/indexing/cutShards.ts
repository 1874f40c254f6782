import { createBitWriter } from '../../files/bitWriter.js';
import { SERIALIZATION_VERSION } from '../../files/knowledgeFile.js';
import { writeLexicon } from '../../files/lexicon.js';
import { writePostings } from '../../files/postings.js';
import { seal } from '../../files/seal.js';
import { CONTEXTS } from '../../files/shardContexts.js';
import type { TermPostings } from './collectPostings.js';
import type { NumberedTerm } from './termTable.js';

/** One shard and the key it begins at. */
export interface Shard {
  readonly first: string;
  readonly bytes: Uint8Array;
}

/** Bytes a shard aims at; a query loads about one shard a word. More shards would make their map too long. */
const SHARD_BYTES = 1200;
const MOST_SHARDS = 2000;
/** Under this size one file is quicker than several. */
const ONE_SHARD = 16_000;
/** How far from its size a shard may end, where a cut parts no words that begin alike. */
const SLACK = 0.3;
/** Rough means, for cutting shards. */
const BYTES_A_POSTING = 1.65;
const BYTES_A_TERM = 3;

/**
 * Cuts sorted terms into shards of about the same size, between terms that begin as differently as possible: that keeps the forms of a word
 * together and the keys short (as the separators of a prefix B-tree; Bayer & Unterauer 1977).
 */
export function cutShards(order: readonly NumberedTerm[], postings: TermPostings): Shard[] {
  const bytesOf = ({ id }: NumberedTerm) => (postings.counts[id] as number) * BYTES_A_POSTING + BYTES_A_TERM;
  const total = order.reduce((sum, term) => sum + bytesOf(term), 0);
  const target = total < ONE_SHARD ? Number.POSITIVE_INFINITY : Math.max(SHARD_BYTES, total / MOST_SHARDS);
  const shards: Shard[] = [];
  let from = 0;
  while (from < order.length) {
    const to = endOfShard(order, from, target, bytesOf);
    const first = from === 0 ? '' : separator(order[from - 1]?.term ?? '', order[from]?.term ?? '');
    shards.push({ first, bytes: encodeShard(order.slice(from, to), postings) });
    from = to;
  }
  return shards;
}

function endOfShard(
  order: readonly NumberedTerm[],
  from: number,
  target: number,
  bytesOf: (term: NumberedTerm) => number,
): number {
  let size = 0;
  let best = { end: order.length, length: Number.POSITIVE_INFINITY };
  for (let at = from; at < order.length; at++) {
    if (at > from && size >= target * (1 - SLACK)) {
      const { length } = separator(order[at - 1]?.term ?? '', order[at]?.term ?? '');
      if (length < best.length) best = { end: at, length };
      if (size >= target * (1 + SLACK)) return best.end;
    }
    size += bytesOf(order[at] as NumberedTerm);
  }
  return size < target * (1 + SLACK) ? order.length : best.end;
}

/** The shortest text after `before` and not after `term`. */
function separator(before: string, term: string): string {
  let shared = 0;
  while (shared < before.length && before[shared] === term[shared]) shared++;
  return term.slice(0, shared + 1);
}

function encodeShard(terms: readonly NumberedTerm[], postings: TermPostings): Uint8Array {
  const out = createBitWriter(CONTEXTS);
  writeLexicon(
    out,
    terms.map(({ term }) => term),
    terms.map(({ id }) => postings.counts[id] as number),
  );
  for (const { id } of terms) {
    const start = postings.starts[id] as number;
    writePostings(out, postings, start, start + (postings.counts[id] as number));
  }
  return seal(out.take(), SERIALIZATION_VERSION);
}
