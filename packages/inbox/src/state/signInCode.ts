const CODE = /hs_[A-Za-z0-9_-]{13,509}/;

/** The one-time code inside a pasted link, an address, or the code alone; `null` when there is none. */
export function signInCode(text: string): string | null {
  return CODE.exec(text)?.[0] ?? null;
}
