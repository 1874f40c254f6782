/** Width and height in pixels of a PNG, GIF, JPEG or WebP file, read from its header; `null` for anything else. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = String.fromCharCode(...bytes.slice(0, 16));
  if (name.startsWith('\x89PNG') && bytes.length >= 24)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (name.startsWith('GIF8') && bytes.length >= 10) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (name.startsWith('\xff\xd8')) return jpegSize(view);
  return name.startsWith('RIFF') && name.slice(8, 12) === 'WEBP' && bytes.length >= 30
    ? webpSize(view, name.slice(12))
    : null;
}

/** Walks over the segments to the first start of frame (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): { width: number; height: number } | null {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The three chunk kinds of WebP: extended, lossless, lossy (RFC 9649, section 2). */
function webpSize(view: DataView, kind: string): { width: number; height: number } | null {
  if (kind === 'VP8X') {
    const read24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return { width: read24(24) + 1, height: read24(27) + 1 };
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}
