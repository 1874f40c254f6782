import { likeness } from '../sameThing.js';

/** Something wrong in a flow definition. */
export interface FlowError {
  /** JSON Pointer into the definition, `/steps/greet/next`. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  /** What was probably meant. */
  readonly suggestion?: string;
  /** All of it in one or two sentences. */
  readonly message: string;
}

/** Likeness from which on a known name is suggested for an unknown one. */
const LIKE = 0.5;

/**
 * Makes an error whose message says where, what was expected and what is there.
 * @param known names of which one was probably meant
 */
export function flowError(path: string, expected: string, got: unknown, known: readonly string[] = []): FlowError {
  const shown = typeof got === 'string' ? `"${got}"` : (JSON.stringify(got) ?? 'nothing');
  const short = shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
  const suggestion = typeof got === 'string' ? nearest(got, known) : undefined;
  const meant = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  const message = `${path || '/'}: expected ${expected}, got ${short}.${meant}`;
  return { path, expected, got: short, ...(suggestion !== undefined && { suggestion }), message };
}

/** A JSON Pointer (RFC 6901) of these parts. */
export function pointer(...parts: readonly (string | number)[]): string {
  return parts.map(part => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** Pairs of letters alone would not know `frok` from `fork`: half of it is how many letters are the same. */
function alike(a: string, b: string): number {
  const letters = new Set(a);
  const others = new Set(b);
  const shared = [...letters].filter(letter => others.has(letter)).length;
  return likeness(a, b) / 2 + shared / (letters.size + others.size);
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map(one => ({ one, like: alike(name.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => b.like - a.like);
  return ranked[0] && ranked[0].like >= LIKE ? ranked[0].one : undefined;
}
