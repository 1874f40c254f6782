import { readFile } from 'node:fs/promises';

/** The text of a file, or why it cannot be read. */
export async function readUtf8(
  path: string,
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }> {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    const reason =
      error instanceof TypeError
        ? 'expected UTF-8 text, got other bytes'
        : error instanceof Error
          ? error.message
          : String(error);
    return { ok: false, message: `unreadable file: ${reason}` };
  }
}
