/** Why nobody is signed in, in the words of the page. */
export type SignInProblem =
  | { readonly key: 'codeUnknown' | 'codeExpired' | 'tooMany' | 'signedOut' | 'removed' | 'oldVersion' }
  | { readonly key: 'serverRefused'; readonly reason: string };

/**
 * Reads the reason of a closed connection, which is `code: message` with a close code or the server's error code.
 * @param asked whether a one-time code was tried; a kept session otherwise
 */
export function signInProblem(reason: string, asked: boolean): SignInProblem {
  const [, code = '', message = reason] = /^([a-z_]+|\d+): ([\s\S]*)$/.exec(reason) ?? [];
  switch (code) {
    case 'unauthenticated':
    case 'bad_request':
    case 'not_found':
      return { key: asked ? 'codeUnknown' : 'signedOut' };
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
