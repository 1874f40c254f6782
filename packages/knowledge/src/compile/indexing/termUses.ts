import { type ArticleTerms, FIELDS } from './collectTerms.js';

/** Counts the terms of one article after the other; each begins after the `take` of the one before. */
export interface TermUses {
  /** Words in each field. */
  readonly lengths: Float64Array;
  /** Counts a term in a field; gives its place in the article. */
  add(id: number, field: number): number;
  /** Counts once in a field, however often it stands there. */
  least(id: number, field: number): void;
  /** Notes that the term at a place stands in a section. */
  mark(place: number, section: number): void;
  /** Notes that a term stands in a phrase. */
  put(id: number, phrase: number): void;
  take(): Omit<ArticleTerms, 'phrases'>;
}

const MOST_COUNTED = 65_535;
const FIRST_SIZE = 4096;

/** Tables are kept from article to article: thousands of small ones would keep the garbage collector busy. */
export function createTermUses(): TermUses {
  /** By term number: its place and one, 0 for a term the article has not. */
  let places = new Int32Array(FIRST_SIZE);
  let ids = new Int32Array(FIRST_SIZE);
  let sections = new Int32Array(FIRST_SIZE);
  let counts = new Uint16Array(FIRST_SIZE * FIELDS.length);
  let size = 0;
  let phrasesOf = new Map<number, number[]>();
  const lengths = new Float64Array(FIELDS.length);

  function placeOf(id: number): number {
    if (id >= places.length) places = grown(places, new Int32Array(2 * id));
    const known = places[id] as number;
    if (known > 0) return known - 1;
    if (size === ids.length) {
      ids = grown(ids, new Int32Array(2 * size));
      sections = grown(sections, new Int32Array(2 * size));
      counts = grown(counts, new Uint16Array(2 * counts.length));
    }
    ids[size] = id;
    places[id] = ++size;
    return size - 1;
  }

  return {
    lengths,
    add(id, field) {
      const place = placeOf(id);
      const at = place * FIELDS.length + field;
      if (counts[at]! < MOST_COUNTED) counts[at]!++;
      return place;
    },
    least(id, field) {
      const at = placeOf(id) * FIELDS.length + field;
      if (counts[at] === 0) counts[at] = 1;
    },
    mark(place, section) {
      sections[place]! |= 1 << section;
    },
    put(id, phrase) {
      const list = phrasesOf.get(id);
      if (!list) phrasesOf.set(id, [phrase]);
      else if (!list.includes(phrase)) list.push(phrase);
    },
    take() {
      for (const list of phrasesOf.values()) list.sort((a, b) => a - b);
      const taken = {
        ids: ids.slice(0, size),
        counts: counts.slice(0, size * FIELDS.length),
        sections: sections.slice(0, size),
        phrasesOf,
        lengths: lengths.slice(),
      };
      for (const id of taken.ids) places[id] = 0;
      sections.fill(0, 0, size);
      counts.fill(0, 0, size * FIELDS.length);
      lengths.fill(0);
      phrasesOf = new Map();
      size = 0;
      return taken;
    },
  };
}

function grown<Table extends Int32Array | Uint16Array>(table: Table, larger: Table): Table {
  larger.set(table);
  return larger;
}
