import Type, { type Static } from 'typebox';
import { closed, Id } from './atoms.js';

/** A file in the log: what the server found in it, not what its sender said of it. */
export const AttachmentSchema = closed({
  id: Id,
  /** Without folders and control characters; for people, never a path. */
  name: Type.String({ minLength: 1, maxLength: 200 }),
  /** Content type, found in the bytes. */
  type: Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]+$', maxLength: 127 }),
  /** Bytes. */
  size: Type.Integer({ minimum: 1 }),
  /** Pixels; pictures only. */
  width: Type.Optional(Type.Integer({ minimum: 1 })),
  height: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type Attachment = Static<typeof AttachmentSchema>;

/** Ids of files that were sent before; a text may then be empty. */
export const FileIdsSchema = Type.Array(Id, { minItems: 1, maxItems: 20 });
