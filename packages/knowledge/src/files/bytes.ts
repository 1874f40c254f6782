/** Appends whole numbers as LEB128 varints (7 bits a byte, low bits first, high bit = more) and single bytes. */
export interface ByteWriter {
  byte(value: number): void;
  varint(value: number): void;
  append(bytes: Uint8Array): void;
  readonly length: number;
  take(): Uint8Array;
}

/** A growing buffer. */
export function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(256);
  let length = 0;
  const reserve = (extra: number) => {
    if (length + extra <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + extra));
    larger.set(buffer);
    buffer = larger;
  };
  return {
    byte(value) {
      reserve(1);
      buffer[length++] = value;
    },
    varint(value) {
      reserve(6);
      let rest = value;
      while (rest > 127) {
        buffer[length++] = (rest & 127) | 128;
        rest = Math.floor(rest / 128);
      }
      buffer[length++] = rest;
    },
    append(bytes) {
      reserve(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    get length() {
      return length;
    },
    take: () => buffer.slice(0, length),
  };
}

/** Walks over bytes written by a {@link ByteWriter}; reading past the end gives zeros. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  varint(): number {
    let value = this.byte();
    if (value < 128) return value;
    value &= 127;
    for (let scale = 128; ; scale *= 128) {
      const next = this.byte();
      value += (next & 127) * scale;
      if (next < 128) return value;
    }
  }
}
