/** What a UTF-16 code unit is to the tokenizer. */
export type LetterClass = typeof SEPARATOR | typeof SPACED | typeof UNSPACED | typeof OTHER;

/** Spaces, punctuation, symbols. */
export const SEPARATOR = 0;
/** Letters and digits of words between spaces: Latin, Cyrillic, Hebrew, Arabic. */
export const SPACED = 1;
/** Letters written without spaces, in their usual spelling: Han, kana, Hangul. */
export const UNSPACED = 2;
/** Needs a closer look. */
export const OTHER = 3;

const LATIN_END = 0x250;
/** From, to: blocks of one class above Latin; what lies between is {@link OTHER}. Ascending (Unicode 15, General_Category). */
const BLOCKS: readonly (readonly [from: number, to: number, LetterClass])[] = [
  [0x400, 0x481, SPACED],
  [0x48a, 0x52f, SPACED],
  [0x5d0, 0x5ea, SPACED],
  [0x620, 0x669, SPACED],
  [0x66e, 0x6d3, SPACED],
  [0x2000, 0x206f, SEPARATOR],
  [0x20a0, 0x20cf, SEPARATOR],
  [0x2190, 0x245f, SEPARATOR],
  [0x25a0, 0x2767, SEPARATOR],
  [0x3000, 0x3004, SEPARATOR],
  [0x3005, 0x3006, UNSPACED],
  [0x3008, 0x3020, SEPARATOR],
  [0x3041, 0x3096, UNSPACED],
  [0x30a1, 0x30fa, UNSPACED],
  [0x30fb, 0x30fb, SEPARATOR],
  [0x30fc, 0x30fc, UNSPACED],
  [0x3400, 0x4dbf, UNSPACED],
  [0x4e00, 0x9fff, UNSPACED],
  [0xac00, 0xd7a3, UNSPACED],
  [0xff01, 0xff0f, SEPARATOR],
  [0xff1a, 0xff20, SEPARATOR],
  [0xff3b, 0xff40, SEPARATOR],
  [0xff5b, 0xff65, SEPARATOR],
];

/** A function that tells the class of a code unit; each is looked up once. */
export function createClassOf(): (code: number) => LetterClass {
  // 0 = not looked up yet, else the class and one.
  const known = new Uint8Array(0x10000);
  return code => {
    const before = known[code] as number;
    if (before > 0) return (before - 1) as LetterClass;
    const kind = lookUp(code);
    known[code] = kind + 1;
    return kind;
  };
}

function lookUp(code: number): LetterClass {
  if (code < LATIN_END) return /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code)) ? SPACED : SEPARATOR;
  for (const [from, to, kind] of BLOCKS) {
    if (code < from) return OTHER;
    if (code <= to) return kind;
  }
  return OTHER;
}
