/** Gives addresses in HTML new values; `null` drops the attribute. */
export interface Rewrites {
  /** `href` of links. */
  readonly link: (href: string) => string | null;
  /** `src` of images. */
  readonly image: (src: string) => string | null;
}

const ATTRIBUTE = {
  link: /(<a\b[^>]{0,3000}?\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi,
  image: /(<img\b[^>]{0,3000}?\s)src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi,
};

/** Rewrites the addresses of links and images in HTML, and nothing else. */
export function rewriteAddresses(html: string, rewrites: Rewrites): string {
  const rewrite = (text: string, kind: 'link' | 'image') =>
    text.replace(ATTRIBUTE[kind], (_, before: string, ...rest: (string | undefined)[]) => {
      const found = rest.slice(0, 3).find(each => typeof each === 'string') ?? '';
      const value = rewrites[kind](found.replaceAll('&amp;', '&').trim());
      if (value === null) return before;
      const name = kind === 'link' ? 'href' : 'src';
      return `${before}${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    });
  return rewrite(rewrite(html, 'link'), 'image');
}
