/** Questions have ids of their own, so that several sites of one origin keep apart. */
const KEY = 'handrail:waitsOn';

/** The question after a long wait that was answered with "Keep waiting" in this tab. */
export function readWaitsOn(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Remembers the answer, so that a reload does not ask again. */
export function writeWaitsOn(question: string): void {
  try {
    sessionStorage.setItem(KEY, question);
  } catch {
    // Storage refused: the next page asks once more.
  }
}
