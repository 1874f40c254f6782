import type { Shim } from '../shim.js';

/** Asks the page for a token: `loginUser` gives this function one to call back with. */
export type AskForToken = (give: (token: string) => void) => void;

/** Told how it went: `null`, or what went wrong. */
export type LoginDone = (error: { type: string; reason: string; message: string } | null) => void;

/** Signs in with a token of the page; the page is asked again whenever another is needed. */
export async function loginUser(shim: Shim, ask: AskForToken, done?: LoginDone): Promise<void> {
  let told = false;
  const tell = (message: string | null) => {
    if (told) return;
    told = true;
    stop();
    if (done) done(message === null ? null : { type: 'LoginFailedError', reason: 'Unauthorized', message });
    else if (message !== null) shim.warn(`zE('messenger', 'loginUser') failed. ${message}`);
  };
  // The event is what tells: the global that queues calls answers none.
  const stop = shim.on('identity', ({ data }) => {
    if (data?.state === 'verified') tell(null);
    else if (data?.state === 'failed') tell('the server did not believe the token.');
  });
  const fresh = () => new Promise<string>(resolve => ask(resolve));
  try {
    let first: string | null = await fresh();
    await shim.identify(readSubject(first), {}, () => {
      const token = first ?? fresh();
      first = null;
      return token;
    });
  } catch (error) {
    tell(String(error));
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
