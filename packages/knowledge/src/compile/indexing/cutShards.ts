import { createByteWriter } from '../../files/bytes.js';
import { SERIALIZATION_VERSION } from '../../files/knowledgeFile.js';
import { writeLexicon } from '../../files/lexicon.js';
import { writePosting } from '../../files/postings.js';
import { seal } from '../../files/seal.js';
import { postingAt, type TermPostings } from './collectPostings.js';
import type { NumberedTerm } from './termTable.js';

/** One shard: sorted terms with their postings. */
export interface Shard {
  readonly first: string;
  readonly bytes: Uint8Array;
}

/** Bytes a shard aims at; a query loads about one shard a word. More than 600 shards would make their map too long. */
const SHARD_BYTES = 2400;
const MOST_SHARDS = 600;
/** Under this size one file is quicker than several. */
const ONE_SHARD = 24_000;
/** Rough means, for cutting shards. */
const BYTES_A_POSTING = 2.4;
const BYTES_A_TERM = 4.5;

/** Cuts sorted terms into shards of about the same size. */
export function cutShards(order: readonly NumberedTerm[], postings: TermPostings): Shard[] {
  const bytesOf = ({ id }: NumberedTerm) => (postings.counts[id] as number) * BYTES_A_POSTING + BYTES_A_TERM;
  const total = order.reduce((sum, term) => sum + bytesOf(term), 0);
  const target = total < ONE_SHARD ? Number.POSITIVE_INFINITY : Math.max(SHARD_BYTES, total / MOST_SHARDS);
  const shards: Shard[] = [];
  let from = 0;
  let size = 0;
  order.forEach((term, index) => {
    size += bytesOf(term);
    if (size < target && index < order.length - 1) return;
    const some = order.slice(from, index + 1);
    shards.push({ first: from === 0 ? '' : (some[0]?.term ?? ''), bytes: encodeShard(some, postings) });
    from = index + 1;
    size = 0;
  });
  return shards;
}

/** Lexicon, lengths of the first two columns, then the three columns. */
function encodeShard(terms: readonly NumberedTerm[], postings: TermPostings): Uint8Array {
  const columns = { heads: createByteWriter(), deltas: createByteWriter(), extras: createByteWriter() };
  for (const { id } of terms) {
    let before = 0;
    const start = postings.starts[id] as number;
    const end = start + (postings.counts[id] as number);
    for (let at = start; at < end; at++) {
      writePosting(columns, postingAt(postings, at), before);
      before = postings.articles[at] as number;
    }
  }
  const out = createByteWriter();
  writeLexicon(
    out,
    terms.map(({ term }) => term),
    terms.map(({ id }) => postings.counts[id] as number),
  );
  out.varint(columns.heads.length);
  out.varint(columns.deltas.length);
  out.append(columns.heads.take());
  out.append(columns.deltas.take());
  out.append(columns.extras.take());
  return seal(out.take(), SERIALIZATION_VERSION);
}
