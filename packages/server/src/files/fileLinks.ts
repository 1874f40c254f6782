import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Upload } from '../store/store.js';

/** Where a file is shown to whoever has the link; relative to the server. */
export function linkTo({ id, name, key }: Upload, expiresAt: number): string {
  return `/files/${id}/${encodeURIComponent(name)}?until=${expiresAt}&sign=${sign(key, id, expiresAt)}`;
}

/** Whether a link was made by this server for this file and is still good. */
export function isGoodLink({ id, key }: Upload, until: number, given: string, now: number): boolean {
  const [right, got] = [Buffer.from(sign(key, id, until)), Buffer.from(given)];
  return until > now && got.length === right.length && timingSafeEqual(got, right);
}

function sign(key: string, id: string, until: number): string {
  return createHmac('sha256', key).update(`${id} ${until}`).digest('base64url');
}
