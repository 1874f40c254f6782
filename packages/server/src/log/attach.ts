import type { Attachment } from '@handrail/protocol';
import type { Draft, Refusal, Upload } from '../store/store.js';
import { senderKey } from './senderKey.js';

/** The files of a draft, or why it may not bring them. */
export type Attached =
  | { readonly ok: true; readonly attachments: readonly Attachment[] }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * A file enters the log whole, once, by who sent it. Whether one of somebody else is there is not told: both answers
 * are the same. Pure; runs inside the store's transaction.
 */
export function attach(draft: Draft, upload: (id: string) => Upload | null): Attached {
  const ids = draft.kind === 'message' || draft.kind === 'note' ? (draft.body.files ?? []) : [];
  const attachments: Attachment[] = [];
  for (const [place, id] of ids.entries()) {
    const found = upload(id);
    const refuse = (message: string): Attached => ({
      ok: false,
      refusal: { code: 'unknown_file', message, path: `/body/files/${place}` },
    });
    if (found?.owner !== senderKey(draft.sender) || found.site !== draft.site) return refuse(`There is no file ${id}.`);
    if (found.type === null) return refuse(`The file ${id} is not whole.`);
    if (found.conversation !== null || ids.indexOf(id) < place) return refuse(`The file ${id} was sent before.`);
    attachments.push(attachmentOf(found, found.type));
  }
  return { ok: true, attachments };
}

function attachmentOf({ id, name, size, width, height }: Upload, type: string): Attachment {
  return { id, name, type, size, ...(width !== null && height !== null ? { width, height } : {}) };
}
