import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A shop whose backend says who is signed in there. */
export interface SigningShop {
  readonly origin: string;
  /** The site's `identity` in the server's settings. */
  readonly identity: Readonly<Record<string, unknown>>;
  /** Tokens that were asked for, as `user:reason`. */
  readonly asked: readonly string[];
  /** Which server's script stands in the page. */
  use(server: string): void;
  stop(): Promise<void>;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const OWN_SCRIPT = `window.Handrail = window.Handrail || function () { (Handrail.q = Handrail.q || []).push([...arguments]); };
window.signIn = user => Handrail('identify', { id: user, cart: '3 items' }, {
  getToken: async ({ reason }) => (await fetch('/token?user=' + user + '&reason=' + reason)).text(),
});
window.signOut = () => Handrail('logout');
const user = new URLSearchParams(location.search).get('user');
if (user) signIn(user);`;

/** The script tag, after `signIn(user)` and `signOut()`. */
const ownScripts = (server: string) =>
  `<script>${OWN_SCRIPT}</script><script async src="${server}/w/demo.js"></script>`;

/**
 * Serves a page at every path; `/token` signs for whoever is named.
 * @param scripts script elements of the page at a path. Default: the script tag, `signIn(user)` and `signOut()`
 */
export async function startSigningShop(
  scripts: (server: string, path: string) => string = ownScripts,
): Promise<SigningShop> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const asked: string[] = [];
  let server = '';

  function tokenFor(user: string): string {
    const iat = Math.floor(Date.now() / 1000);
    const name = { ana: 'Ana Costa', ben: 'Ben Okoye' }[user];
    const claims = { iss: 'https://shop.example', aud: 'demo', sub: user, iat, exp: iat + 300, name, plan: 'gold' };
    const input = `${part({ alg: 'EdDSA', kid: 'e2e' })}.${part(claims)}`;
    return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
  }

  const shop = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/token') {
      const user = searchParams.get('user') ?? '';
      asked.push(`${user}:${searchParams.get('reason')}`);
      return response.end(tokenFor(user));
    }
    const nonce = randomBytes(12).toString('base64');
    const socket = server.replace(/^http/, 'ws');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; connect-src 'self' ${server} ${socket}; img-src ${server} blob:; ` +
        "require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'",
    );
    return response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<link rel="icon" href="${server}/images/mark.svg"></head><body><h1>Shop</h1>${scripts(server, pathname).replaceAll(
      '<script',
      `<script nonce="${nonce}"`,
    )}</body></html>`);
  });
  await new Promise<void>(resolve => shop.listen(0, resolve));
  return {
    origin: `http://localhost:${(shop.address() as AddressInfo).port}`,
    identity: {
      issuer: 'https://shop.example',
      keys: [{ kid: 'e2e', alg: 'EdDSA', key: publicKey.export({ type: 'spki', format: 'pem' }) }],
    },
    asked,
    use: origin => {
      server = origin;
    },
    stop: () =>
      new Promise(resolve => {
        shop.closeAllConnections();
        shop.close(() => resolve());
      }),
  };
}
