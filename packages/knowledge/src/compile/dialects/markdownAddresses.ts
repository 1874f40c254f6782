import { changeLines, outsideSpans } from './code.js';
import type { Line } from './lines.js';

// Lengths are bounded: a line of nothing but brackets must not take for ever.
const ADDRESS =
  /(!?)\[((?:[^\][\\]|\\.|\[[^\]]{0,300}\]){0,2000})\]\(\s*(<[^>]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)((?:\s+(?:"[^"]*"|'[^']*'))?)\s*\)/g;
const REFERENCE = /^(\s{0,3}\[[^\]^][^\]]*\]:\s*)(<[^>]*>|\S+)(.*)$/;

/** Gives the addresses of links and images in Markdown (outside of code) new values. */
export function changeAddresses(
  lines: readonly Line[],
  change: (address: string, kind: 'link' | 'image') => string,
): Line[] {
  const bare = (address: string) => address.replace(/^<([\s\S]*)>$/, '$1');
  const written = (address: string) => (/[\s()<>]/.test(address) ? `<${address}>` : address);
  const inText = (text: string): string =>
    text.replace(ADDRESS, (_, mark: string, words: string, address: string, title: string) => {
      const inside = mark === '' ? inText(words) : words;
      return `${mark}[${inside}](${written(change(bare(address), mark === '' ? 'link' : 'image'))}${title})`;
    });
  return changeLines(lines, text => {
    const [, before, address, behind = ''] = REFERENCE.exec(text) ?? [];
    if (before !== undefined && address !== undefined) {
      const kind = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(bare(address)) ? 'image' : 'link';
      return before + written(change(bare(address), kind)) + behind;
    }
    return outsideSpans(text, inText).replace(
      /(<img\b[^>]{0,1000}?\ssrc=)(["'])(.*?)\2/gi,
      (_, start: string, quote: string, src: string) => {
        return `${start}${quote}${change(src, 'image')}${quote}`;
      },
    );
  });
}
