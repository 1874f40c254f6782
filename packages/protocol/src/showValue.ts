/** Longest text of a value or path in an explanation; what a stranger sent is not sent back at length. */
const MOST = 80;

/** A value of unknown origin as short text for an explanation. Never throws. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  try {
    return shorten(JSON.stringify(value) ?? typeof value);
  } catch {
    // Nested deeper than the stack, or a cycle.
    return Array.isArray(value) ? 'a deeply nested array' : 'a deeply nested object';
  }
}

/** The beginning of a text. */
export function shorten(text: string, most = MOST): string {
  return text.length > most ? `${text.slice(0, most - 3)}…` : text;
}
