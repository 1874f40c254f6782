import ipaddr from 'ipaddr.js';

/** Hides what a model has no need to know, and puts it back. */
export interface Mask {
  /** The text with what was found in it replaced by names such as `[email-1]`; the same thing has the same name every time. */
  hide(text: string): string;
  /** The names replaced by what they stand for. */
  show(text: string): string;
}

interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
  /** Whether what looks like one is one. Default: always. */
  readonly check?: (found: string) => boolean;
}

/** Addresses of pages and ids of things, in which digits mean nothing. */
const KEPT = /https?:\/\/\S+|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu;

/** Tried in this order; a card's number is also a long row of digits. */
const KINDS: readonly Kind[] = [
  { name: 'email', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { name: 'iban', pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z\d]){11,30}(?![\p{L}\p{N}])/gu, check: isIban },
  { name: 'id', pattern: /(?<!\d)\d{17}[\dXx](?![\dXx])/gu, check: isChineseId },
  { name: 'card', pattern: /(?<!\d)\d(?:[ .-]?\d){12,18}(?!\d)/gu, check: isCard },
  { name: 'code', pattern: /(?<=\b(?:cvc|cvv|cvc2|cvv2|csc|pin)\W{0,3})\d{3,8}(?!\d)/giu },
  { name: 'id', pattern: /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/gu },
  { name: 'ip', pattern: /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/gu, check: found => ipaddr.IPv4.isValid(found) },
  { name: 'phone', pattern: /(?<![\p{L}\p{N}]|\d )(?:\+|00)\d(?:[ ()./-]{0,2}\d){7,14}(?!\d)/gu },
  { name: 'phone', pattern: /(?<![\p{L}\p{N}]|\d )(?:\(?0\d{1,4}\)?(?:[ ./-]?\d){6,9}|1[3-9]\d{9})(?!\d)/gu },
  { name: 'phone', pattern: /(?<![\p{L}\p{N}]|\d )\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)/gu },
];

/** One mask for all texts of a conversation. */
export function createMask(): Mask {
  const names = new Map<string, string>();
  const values = new Map<string, string>();
  function nameOf(kind: string, value: string): string {
    const known = names.get(value);
    if (known) return known;
    const name = `[${kind}-${[...names.values()].filter(one => one.startsWith(`[${kind}-`)).length + 1}]`;
    names.set(value, name);
    values.set(name, value);
    return name;
  }
  const hideIn = (text: string) =>
    KINDS.reduce(
      (hidden, { name, pattern, check }) =>
        hidden.replace(pattern, found => (check && !check(found) ? found : nameOf(name, found))),
      text,
    );
  return {
    hide(text) {
      let [hidden, end] = ['', 0];
      for (const { index, 0: kept } of text.matchAll(KEPT)) {
        hidden += hideIn(text.slice(end, index)) + kept;
        end = index + kept.length;
      }
      return hidden + hideIn(text.slice(end));
    },
    show: text => text.replace(/\[[a-z]+-\d+\]/g, name => values.get(name) ?? name),
  };
}

/** Luhn's check digit (ISO/IEC 7812-1, annex B). */
function isCard(found: string): boolean {
  const digits = [...found.replace(/\D/g, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, place) => {
    const value = place % 2 === 1 ? digit * 2 : digit;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The remainder by 97 (ISO 13616, ISO/IEC 7064). */
function isIban(found: string): boolean {
  const text = found.replaceAll(' ', '');
  const digits = `${text.slice(4)}${text.slice(0, 4)}`.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** The check digit of GB 11643-1999 (ISO 7064 MOD 11-2). */
function isChineseId(found: string): boolean {
  const sum = [...found.slice(0, 17)].reduce(
    (total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === found[17]?.toUpperCase();
}
