/** Characters a name may not carry: control, direction overrides, and what folders and shells are made of. */
const FORBIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/gu;
const MOST = 120;

/**
 * A name for people: without folders, control characters and marks that turn the direction of what follows
 * (https://trojansource.codes). Never empty, at most 120 UTF-16 units, its ending kept.
 */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(FORBIDDEN, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim();
  if (clean === '') return 'file';
  if (clean.length <= MOST) return clean;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, MOST - 1 - ending.length).replace(/[\uD800-\uDBFF]$/, '')}…${ending}`;
}

/** Endings that go with a content type, the usual one first. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'application/pdf': ['pdf'],
  'application/json': ['json'],
  'text/csv': ['csv'],
  'text/markdown': ['md'],
  'text/plain': [
    'txt',
    'log',
    'csv',
    'tsv',
    'md',
    'ini',
    'cfg',
    'conf',
    'xml',
    'yml',
    'yaml',
    'srt',
    'vtt',
    'eml',
    'ics',
    'gpx',
  ],
};

/** The name a file is saved under: one that opens as what it is, so that no text called `photo.bat` runs. */
export function nameFor(name: string, type: string): string {
  const endings = ENDINGS[type];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return !endings || endings.includes(ending) ? name : `${name}.${endings[0]}`;
}

/** `Content-Disposition` for any name (https://www.rfc-editor.org/rfc/rfc6266). */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
