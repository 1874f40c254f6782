const SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these inside URLs, so "java\tscript:" would pass a naive check
const DROPPED_BY_BROWSERS = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * An address that may stand behind a link, or `null`.
 * Allowed: https, http, mailto, tel, and paths of the same origin (`/x`, `?x`, `#x`, `x/y`). Refused: every other
 * scheme, protocol-relative addresses, backslashes.
 */
export function checkLink(address: string): string | null {
  const clean = address.replace(DROPPED_BY_BROWSERS, '');
  if (clean === '' || clean.includes('\\') || clean.startsWith('//')) return null;
  const scheme = HAS_SCHEME.exec(clean)?.[0].toLowerCase();
  if (scheme !== undefined) return SCHEMES.has(scheme) ? clean : null;
  // A colon before the first slash would be read as a scheme by some parsers.
  const head = clean.split(/[/?#]/, 1)[0] ?? '';
  return head.includes(':') ? null : clean;
}

/** An address an image or video may be loaded from: https, or a relative path. Otherwise `null`. */
export function checkSource(address: string): string | null {
  const link = checkLink(address);
  if (link === null) return null;
  return HAS_SCHEME.test(link) && !link.toLowerCase().startsWith('https:') ? null : link;
}
