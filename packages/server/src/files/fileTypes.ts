/**
 * Content types that are taken unless the settings say otherwise; `image/*` stands for all of a kind. No archives and no programs:
 * they hide what they are from who looks.
 */
export const DEFAULT_FILE_TYPES: readonly string[] = Object.freeze([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/heic',
  'application/pdf',
  'text/plain',
  'text/csv',
  'text/markdown',
  'application/json',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/ogg',
  'audio/wav',
  'video/mp4',
  'video/webm',
  'video/quicktime',
]);

/** Whether a content type is on the list. */
export function takesType(types: readonly string[], type: string): boolean {
  return types.some(one => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))));
}
