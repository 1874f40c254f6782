/** Where time and chance come from. */
export interface IdSource {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Fills the array with random bytes. */
  readonly random: (bytes: Uint8Array) => Uint8Array;
}

/** Bytes a dash stands before. */
const DASHED: readonly number[] = [4, 6, 8, 10];

/**
 * Makes UUIDv7 ids (RFC 9562, section 5.7) that rise even within one millisecond and when the clock steps back: the
 * 12 bits after the version count up (method 1 of section 6.2).
 */
export function createIds({ now, random }: IdSource): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const bytes = random(new Uint8Array(16));
    const time = now();
    if (time > last) {
      last = time;
      counter = (((bytes[6] ?? 0) & 0x07) << 8) | (bytes[7] ?? 0);
    } else if (++counter > 0xfff) {
      last += 1;
      counter = 0;
    }
    for (let i = 5, rest = last; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
    bytes[6] = 0x70 | (counter >> 8);
    bytes[7] = counter & 0xff;
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    // Joined at once: glued piece by piece, an id would be kept as its pieces, at ten times the size.
    return Array.from(bytes, (byte, i) => `${DASHED.includes(i) ? '-' : ''}${byte.toString(16).padStart(2, '0')}`).join(
      '',
    );
  };
}
