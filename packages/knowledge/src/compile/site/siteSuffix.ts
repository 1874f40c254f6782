/** Share of the titles from which on what they end in is the site's name. */
const SHARED = 0.6;

/** What most titles of a site end in, with its separator: ` | Acme Help`. Empty when there is no such thing. */
export function siteSuffix(titles: readonly string[]): string {
  const counts = new Map<string, number>();
  const told = titles.filter(title => title !== '');
  for (const title of told) {
    const suffix = /\s+[|–—·•»:-]\s+[^|–—·•»]+$/.exec(title)?.[0];
    if (suffix !== undefined) counts.set(suffix, (counts.get(suffix) ?? 0) + 1);
  }
  const [suffix, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count > 1 && count >= told.length * SHARED ? suffix : '';
}
