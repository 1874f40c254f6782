/** First byte of a sealed file. */
const MARK = 0x48;
const HEADER = 6;

/**
 * Puts a mark, a version and a checksum (FNV-1a, 32 bits) before the content of a binary file, so that what was cut off,
 * altered on its way or written by another version is noticed and not taken for an index.
 */
export function seal(content: Uint8Array, version: number): Uint8Array {
  const sealed = new Uint8Array(HEADER + content.length);
  sealed[0] = MARK;
  sealed[1] = version;
  new DataView(sealed.buffer).setUint32(2, checksum(content));
  sealed.set(content, HEADER);
  return sealed;
}

/** The content of a sealed file. Throws, naming `path`, when it is not what {@link seal} made for one of `versions`. */
export function unseal(sealed: Uint8Array, path: string, versions: readonly number[]): Uint8Array {
  if (sealed[0] !== MARK || sealed.length < HEADER) {
    throw new Error(`${path}: expected a compiled knowledge file, got ${sealed.length} bytes of something else`);
  }
  const version = sealed[1] as number;
  if (!versions.includes(version))
    throw new Error(`${path}: expected version ${versions.join(' or ')}, got ${version}`);
  const content = sealed.subarray(HEADER);
  const expected = new DataView(sealed.buffer, sealed.byteOffset).getUint32(2);
  if (checksum(content) !== expected) {
    throw new Error(
      `${path}: expected bytes with the checksum ${expected}, got ${checksum(content)}; it is cut off or altered`,
    );
  }
  return content;
}

function checksum(bytes: Uint8Array): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) value = Math.imul(value ^ (bytes[at] as number), 0x01000193);
  return value >>> 0;
}
