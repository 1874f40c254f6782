const ALLOWED = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** An absolute address that may stand behind a link; `null` for scripts, data and whatever cannot be read. */
export function safeAddress(address: string): string | null {
  try {
    const url = new URL(address);
    return ALLOWED.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
