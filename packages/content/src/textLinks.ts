import { checkLink } from './links.js';
import type { Inline } from './nodes.js';

/** Scripts written without spaces, or with endings joined to a word: they follow an address directly. */
const JOINED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const WEB = `(?:https?://|www\\.)(?:(?![${JOINED}])[\\p{L}\\p{M}\\p{N}]|[-._~:/?#@!$&'()*+,;=%|[\\]]){1,2048}`;
const NAME = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const MAIL = `[a-z0-9][a-z0-9._%+-]{0,63}@(?:${NAME}\\.){1,8}[a-z]{2,63}`;
/** No quantifier here can run over the same characters twice without a bound. */
const ADDRESS = `${WEB}|${MAIL}`;

/** An address as it stands in a text, and what it points at. */
export interface TextLink {
  readonly text: string;
  readonly href: string;
}

/**
 * Splits a plain text into words and links: `https://…`, `http://…`, `www.…` (read as https) and e-mail addresses.
 * The pieces joined are the very text. Punctuation and unpaired brackets at the end stay words, and so does Chinese,
 * Japanese, Korean, Thai, Lao, Khmer or Burmese text right after an address. An address with a user name in front of
 * the host is no link, because it hides where it leads.
 */
export function textLinks(text: string): Inline[] {
  const pieces: Inline[] = [];
  let done = 0;
  for (const found of text.matchAll(new RegExp(ADDRESS, 'giu'))) {
    const link = isJoined(text.slice(0, found.index).slice(-1), found[0]) ? null : readAddress(found[0]);
    if (!link) continue;
    if (found.index > done) pieces.push(text.slice(done, found.index));
    pieces.push({ t: 'link', href: link.href, c: [link.text] });
    done = found.index + link.text.length;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}

/** The address a text begins with; `null` when it begins with none. */
export function linkAtStart(text: string): TextLink | null {
  const found = new RegExp(`^(?:${ADDRESS})`, 'iu').exec(text);
  return found ? readAddress(found[0]) : null;
}

/** The middle of a word, a path or another address. */
function isJoined(before: string, address: string): boolean {
  return (/^https?:/i.test(address) ? /\w/ : /[\w/@.+-]/).test(before);
}

function readAddress(found: string): TextLink | null {
  const web = /^(?:https?:\/\/|www\.)/i.exec(found)?.[0];
  if (!web) return { text: found, href: `mailto:${found}` };
  const text = withoutEnd(found);
  const hasScheme = web.includes(':');
  const host = text.slice(hasScheme ? web.length : 0).split(/[/?#]/, 1)[0] ?? '';
  if (host.includes('@') || !(hasScheme ? /^[\p{L}\p{N}[]/u : /^www\.[^.]+\.[^.]/iu).test(host)) return null;
  const href = checkLink(hasScheme ? text : `https://${text}`);
  return href !== null && isReadable(href) ? { text, href } : null;
}

function isReadable(href: string): boolean {
  try {
    return new URL(href).host !== '';
  } catch {
    return false;
  }
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Without punctuation that ends the sentence, and closing brackets that were opened before the address. */
function withoutEnd(address: string): string {
  const counts = new Map<string, number>();
  for (const sign of address) if ('()[]'.includes(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1] ?? '';
    const open = PAIRS[last];
    const isUnpaired = open !== undefined && (counts.get(last) ?? 0) > (counts.get(open) ?? 0);
    if (!isUnpaired && !".,;:!?'*_~|".includes(last) && last !== '(' && last !== '[') break;
    if ('()[]'.includes(last)) counts.set(last, (counts.get(last) ?? 0) - 1);
  }
  return address.slice(0, end);
}
