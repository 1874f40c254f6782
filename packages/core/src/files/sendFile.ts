import type { Environment, ResponseLike } from '../environment.js';
import { HandrailError } from '../errors.js';
import { asError } from '../http.js';
import type { BlobLike, WaitingFile } from './file.js';

/** Where files go, and as whom. */
export interface SendFileParts {
  readonly environment: Pick<Environment, 'fetch'>;
  /** Origin of the server. */
  readonly server: string;
  /** The site's id; an agent's session knows it, so that it is empty there. */
  readonly site: string;
  readonly token: () => Promise<string>;
}

/** Bytes of one request: what a cut connection costs at most, and how often progress is told. */
const PIECE_BYTES = 256 * 1024;

/**
 * Sends one file by tus (https://tus.io/protocols/resumable-upload), from wherever an earlier try ended. Rejects with the
 * server's own code.
 * @param bytes `null` when they are gone; fine as long as the server has them all
 * @param told part that is there, from 0 to 1; answers whether to go on
 */
export async function sendFile(
  parts: SendFileParts,
  file: WaitingFile,
  bytes: BlobLike | null,
  told: (part: number) => boolean,
): Promise<void> {
  const announced = await fileRequest(parts, 'POST', '', {
    'upload-length': String(file.size),
    'upload-metadata': `id ${base64(file.id)},name ${base64(file.name)}`,
  });
  let offset = offsetOf(announced);
  // Also when all is there: the last answer may have been lost, and with it the server's verdict.
  while (told(offset / file.size)) {
    if (!bytes && offset < file.size)
      throw new HandrailError('unknown_file', `The file ${file.name} is not here any more.`);
    const piece = bytes?.slice(offset, offset + PIECE_BYTES) ?? '';
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    offset = offsetOf(await fileRequest(parts, 'PATCH', `/${file.id}`, headers, piece));
    if (offset >= file.size) {
      told(1);
      return;
    }
  }
}

/** One request about a file, with the token; rejects with the server's own code. */
export async function fileRequest(
  { environment, server, site, token }: SendFileParts,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: BlobLike | string,
): Promise<ResponseLike> {
  const authorization = `Bearer ${await token()}`;
  const response = await environment
    .fetch(`${server}/api/v1/files${path}?site=${encodeURIComponent(site)}`, {
      method,
      headers: { authorization, 'tus-resumable': '1.0.0', ...headers },
      // A blob is a body in every runtime; its type differs in each.
      ...(body === undefined ? {} : { body: body as never }),
    })
    .catch((cause: unknown) => {
      throw new HandrailError('offline', undefined, { cause });
    });
  if (!response.ok) throw await asError(response);
  return response;
}

function offsetOf({ headers }: ResponseLike): number {
  const offset = headers.get('upload-offset');
  if (offset !== null && /^\d+$/.test(offset)) return Number(offset);
  throw new HandrailError('internal', `Upload-Offset: expected a number, got ${offset}.`);
}

interface Globals {
  btoa(text: string): string;
  TextEncoder: new () => { encode(text: string): Uint8Array };
}

function base64(text: string): string {
  const { btoa, TextEncoder } = globalThis as unknown as Globals;
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
