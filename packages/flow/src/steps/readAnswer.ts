import type { FlowStep, FlowValue } from '../schema.js';

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The value a typed answer stands for, or null when it does not fit: an address with `@` and a dotted domain, a number
 * in Western, Arabic or full-width digits, a calendar date `YYYY-MM-DD`, a text the whole of which matches the pattern.
 */
export function readAnswer(step: Extract<FlowStep, { type: 'ask' }>, typed: string): FlowValue | null {
  return step.input === 'pattern' ? readPattern(typed.trim(), step.pattern) : readValue(step.input, typed);
}

/** The same for a field of a form, where only the kind of input is known. */
export function readValue(input: string, typed: string): FlowValue | null {
  const text = typed.trim();
  switch (input) {
    case 'email':
      return EMAIL.test(text) ? text : null;
    case 'number':
      return readNumber(text);
    case 'date':
      return isDate(westernDigits(text)) ? westernDigits(text) : null;
    default:
      return text === '' ? null : text;
  }
}

function readPattern(text: string, source = ''): string | null {
  try {
    return new RegExp(`^(?:${source})$`, 'u').test(text) ? text : null;
  } catch {
    return null;
  }
}

function readNumber(text: string): number | null {
  const digits = westernDigits(text).replace(',', '.');
  return /^[-+]?\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : null;
}

function isDate(text: string): boolean {
  const time = DATE.test(text) ? Date.parse(text) : Number.NaN;
  // Some engines take 30 February for 1 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function westernDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
    .replace('٫', '.');
}
