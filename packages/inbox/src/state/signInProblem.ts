/** Why nobody is signed in, in the words of the page. */
export type SignInProblem =
  | { readonly key: 'codeUnknown' | 'codeExpired' | 'tooMany' | 'signedOut' | 'removed' | 'oldVersion' }
  | { readonly key: 'serverRefused'; readonly reason: string };

/**
 * Reads the reason of a closed connection, which is `code: message` with a close code or an error code. A refused
 * `hello` closes as `offline` and says its own code in an error before.
 * @param asked whether a one-time code was tried; a kept session otherwise
 * @param last code of the last error the server told
 */
export function signInProblem(reason: string, asked: boolean, last?: string): SignInProblem {
  const [, first = '', message = reason] = /^([a-z_]+|\d+): ([\s\S]*)$/.exec(reason) ?? [];
  const closedWith = /^connection closed with (\d+)$/.exec(message)?.[1];
  const code = first === 'offline' ? (closedWith ?? last ?? first) : first;
  switch (code) {
    case 'unauthenticated':
    case 'bad_request':
    case 'not_found':
      return { key: asked ? 'codeUnknown' : 'signedOut' };
    // A token nobody knows names no site either.
    case 'unknown_site':
    case '4500':
    case '4501':
      return { key: 'signedOut' };
    case 'token_expired':
      return { key: asked ? 'codeExpired' : 'signedOut' };
    case 'rate_limited':
      return { key: 'tooMany' };
    case '4503':
    case 'forbidden':
      return { key: 'removed' };
    case '4505':
    case 'unsupported_version':
      return { key: 'oldVersion' };
    default:
      return { key: 'serverRefused', reason: message };
  }
}
