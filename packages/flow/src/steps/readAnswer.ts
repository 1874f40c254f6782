import type { FlowValue, StepOf } from '../schema.js';
import { readDate } from './readDate.js';
import { westernDigits } from './westernDigits.js';

/** An address as browsers take it in a field (HTML, "valid e-mail address"), with a dot and any letters in the domain. */
const ADDRESS = "[\\w.!#$%&'*+/=?^`{|}~-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+";
const EMAIL = new RegExp(`^${ADDRESS}$`, 'u');
const EMAILS = new RegExp(ADDRESS, 'gu');
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;
const NUMBERS = /(?<![\p{L}\p{N}.,-])[-+]?\d+(?:[.,]\d+)?(?![\p{L}\p{N}]|[.,]\d)/gu;

/**
 * The value a typed answer stands for, or null when it does not fit: an address with `@` and a dotted domain, a number
 * in Western, Arabic or full-width digits, a date (see {@link readDate}), a text the whole of which matches the pattern.
 * When the whole answer does not fit, the only thing in it that does is taken: "it's AB-1234, thanks".
 */
export function readAnswer(step: StepOf<'ask'>, typed: string, locale: string): FlowValue | null {
  const whole = wholeAnswer(step, typed.trim(), locale);
  const value = whole ?? onlyOne(inside(step, typed, locale));
  return typeof value === 'number' && !within(step, value) ? null : value;
}

/** The same for a field of a form, where only the kind of input is known, and nothing but the answer is expected. */
export function readValue(input: string, typed: string, locale: string): FlowValue | null {
  const text = typed.trim();
  switch (input) {
    case 'email':
      return EMAIL.test(text) ? text : null;
    case 'number':
      return readNumber(text);
    case 'date':
      return readDate(text, locale);
    case 'file':
      return null;
    default:
      return text === '' ? null : text;
  }
}

function wholeAnswer(step: StepOf<'ask'>, text: string, locale: string): FlowValue | null {
  if (step.input !== 'pattern') return readValue(step.input, text, locale);
  return expression(`^(?:${step.pattern ?? ''})$`)?.test(text) ? text : null;
}

function inside(step: StepOf<'ask'>, text: string, locale: string): readonly FlowValue[] {
  switch (step.input) {
    case 'email':
      return [...text.matchAll(EMAILS)].map(([address]) => address);
    case 'number':
      return [...westernDigits(text).matchAll(NUMBERS)].flatMap(([digits]) => readNumber(digits) ?? []);
    case 'date':
      return text.split(/[\s,;()]+/).flatMap(word => readDate(word.replace(/[.!?]+$/, ''), locale) ?? []);
    case 'pattern':
      return [
        ...text.matchAll(expression(`(?<![\\p{L}\\p{N}])(?:${step.pattern ?? ''})(?![\\p{L}\\p{N}])`, 'gu') ?? /$^/g),
      ].map(([found]) => found);
    default:
      return [];
  }
}

function onlyOne(found: readonly FlowValue[]): FlowValue | null {
  const different = [...new Set(found)];
  return different.length === 1 ? (different[0] ?? null) : null;
}

function within({ least, most }: StepOf<'ask'>, value: number): boolean {
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}

function expression(source: string, flags = 'u'): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}

function readNumber(text: string): number | null {
  const digits = westernDigits(text).replace(',', '.');
  return NUMBER.test(digits) ? Number(digits) : null;
}
