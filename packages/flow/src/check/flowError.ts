/** Something wrong in a flow definition. */
export interface FlowError {
  /** JSON Pointer into the definition, `/steps/greet/next`. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
  /** The three in one sentence. */
  readonly message: string;
}

/** Makes an error whose message says where, what was expected and what is there. */
export function flowError(path: string, expected: string, got: unknown): FlowError {
  const shown = typeof got === 'string' ? `"${got}"` : (JSON.stringify(got) ?? 'nothing');
  const short = shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
  return { path, expected, got: short, message: `${path || '/'}: expected ${expected}, got ${short}.` };
}

/** A JSON Pointer (RFC 6901) of these parts. */
export function pointer(...parts: readonly (string | number)[]): string {
  return parts.map(part => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
