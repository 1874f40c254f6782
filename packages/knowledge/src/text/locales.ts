/** The primary language of a BCP 47 tag: `zh` of `zh-Hans-CN`. */
export function languageOf(locale: string): string {
  return locale.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}

/**
 * The best of `available` for a wanted tag (RFC 4647 lookup): the tag itself, the tag with parts cut from its end,
 * any tag of the same language; `fallback` when there is none.
 */
export function pickLocale(wanted: string | undefined, available: readonly string[], fallback: string): string {
  if (wanted === undefined) return fallback;
  const parts = expand(wanted).toLowerCase().split(/[-_]/);
  for (let length = parts.length; length > 0; length--) {
    const tag = parts.slice(0, length).join('-');
    const exact = available.find(locale => locale.toLowerCase() === tag);
    if (exact !== undefined) return exact;
  }
  return available.find(locale => languageOf(locale) === parts[0]) ?? fallback;
}

function expand(tag: string): string {
  if (/^zh-(?:CN|SG|MY)$/i.test(tag)) return 'zh-Hans';
  return /^zh-(?:TW|HK|MO)$/i.test(tag) ? 'zh-Hant' : tag;
}
