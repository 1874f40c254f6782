const START = 0x811c9dc5;

/** FNV-1a of a text or a part of it, 32 bits. */
export function hash(text: string, from = 0, to = text.length): number {
  let value = START;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** Continues {@link hash} by one UTF-16 unit. */
export function hashOn(value: number, unit: number): number {
  return Math.imul(value ^ unit, 0x01000193);
}

/** Mixes a key with its kind (the finalizer of MurmurHash3, A. Appleby 2011) over all 32 bits. */
export function mix(key: number, kind: number): number {
  let value = Math.imul(key ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
