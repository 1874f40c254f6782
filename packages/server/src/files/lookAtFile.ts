import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import type { FoundInFile } from '../store/store.js';

/** Bytes that are read: enough for every signature that is known, and for the size of a picture. */
export const LOOK_BYTES = 256 * 1024;

/** The pictures a browser shows inside a page; no picture that can carry scripts. */
export const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

/** Texts have no signature; these endings say more than "text" without being able to do harm. */
const TEXTS: Readonly<Record<string, string>> = { csv: 'text/csv', md: 'text/markdown', json: 'application/json' };

/** What a file is, by its first bytes. What the sender said of it does not count, but for the ending of a plain text. */
export async function lookAtFile(start: Buffer, name: string, isWhole: boolean): Promise<FoundInFile> {
  const detected = await fileTypeFromBuffer(start);
  const type = detected?.mime ?? (isText(start, isWhole) ? textType(name) : 'application/octet-stream');
  return { type, ...(PICTURES.includes(type) ? pixels(start) : { width: null, height: null }) };
}

function pixels(start: Buffer): Pick<FoundInFile, 'width' | 'height'> {
  try {
    const { width, height, orientation = 1 } = imageSize(start);
    // From 5 on the picture lies on its side: Exif 2.32, tag 0x0112.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return { width: null, height: null };
  }
}

function isText(start: Buffer, isWhole: boolean): boolean {
  if (start.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}

function textType(name: string): string {
  return TEXTS[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'text/plain';
}
