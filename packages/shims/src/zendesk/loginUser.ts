import type { Shim } from '../shim.js';

/** Asks the page for a token: `loginUser` gives this function one to call back with. */
export type AskForToken = (give: (token: string) => void) => void;

/** Told how it went: `null`, or what went wrong. */
export type LoginDone = (error: { type: string; reason: string; message: string } | null) => void;

/** Signs in with a token of the page; the page is asked again whenever another is needed. */
export async function loginUser(shim: Shim, ask: AskForToken, done?: LoginDone): Promise<void> {
  const fresh = () => new Promise<string>(resolve => ask(resolve));
  try {
    let first: string | null = await fresh();
    await shim.identify(readSubject(first), {}, () => {
      const token = first ?? fresh();
      first = null;
      return token;
    });
    done?.(null);
  } catch (error) {
    const message = String(error);
    if (done) done({ type: 'LoginFailedError', reason: 'Unauthorized', message });
    else shim.warn(`zE('messenger', 'loginUser') failed. ${message}`);
  }
}

/** `sub` of a JWT: who it is for. The server checks the signature; here it is only read. */
function readSubject(token: string): string {
  const part = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
  const bytes = Uint8Array.from(atob(part), character => character.charCodeAt(0));
  const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown };
  if (typeof sub !== 'string') throw new Error(`token: expected a claim "sub" with text, got ${typeof sub}`);
  return sub;
}
