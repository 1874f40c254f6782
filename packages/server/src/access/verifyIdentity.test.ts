import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { IdentityKey, SiteConfig } from '@handrail/protocol';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_SERVER_LIMITS } from '../gateway/serverLimits.js';
import { createVerifyIdentity, type VerifyIdentity } from './verifyIdentity.js';

const NOW = Date.UTC(2026, 4, 14, 12);
const SECONDS = NOW / 1000;
const ISSUER = 'https://shop.example';
const SECRET = 'a secret of thirty-two bytes....';
const secretBytes = new TextEncoder().encode(SECRET);

let first: CryptoKeyPair;
let second: CryptoKeyPair;
let pem: string;
let verify: VerifyIdentity;

const siteWith = (keys: IdentityKey[]): ReadonlyMap<string, SiteConfig> =>
  new Map([
    ['shop', { id: 'shop', widget: { name: 'Shop' }, origins: [], identity: { issuer: ISSUER, keys } }],
    ['open', { id: 'open', widget: { name: 'Open' }, origins: [] }],
  ]);
const make = (keys: IdentityKey[]) =>
  createVerifyIdentity({ sites: siteWith(keys), limits: DEFAULT_SERVER_LIMITS, now: () => NOW });

beforeAll(async () => {
  first = (await generateKeyPair('EdDSA', { extractable: true })) as CryptoKeyPair;
  second = (await generateKeyPair('EdDSA', { extractable: true })) as CryptoKeyPair;
  pem = await exportSPKI(first.publicKey);
  verify = await make([
    { kid: 'first', alg: 'EdDSA', key: pem },
    { kid: 'second', alg: 'EdDSA', key: { ...(await exportJWK(second.publicKey)) } },
    { kid: 'shared', alg: 'HS256', secret: SECRET },
  ]);
});

const CLAIMS = { iss: ISSUER, aud: 'shop', sub: 'customer-7', iat: SECONDS, exp: SECONDS + 300 };

interface Way {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly key?: CryptoKey | Uint8Array;
}

function sign({ claims = {}, header = {}, key = first.privateKey }: Way = {}): Promise<string> {
  const all = Object.entries({ ...CLAIMS, ...claims }).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(all)).setProtectedHeader({ alg: 'EdDSA', kid: 'first', ...header }).sign(key);
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token nobody’s library would make. */
const forge = (header: object, signature = '', claims: object = CLAIMS) =>
  `${part(header)}.${part(claims)}.${signature}`;

test('a good token says who it is, and what else is known', async () => {
  const token = await sign({
    claims: { name: 'Ana', email: 'ana@mail.example', plan: 'gold', orders: 3, vip: true, nested: { no: 1 }, id: 'x' },
  });
  expect(await verify('shop', token)).toEqual({
    ok: true,
    sub: 'customer-7',
    attributes: [
      ['id', 'customer-7'],
      ['name', 'Ana'],
      ['email', 'ana@mail.example'],
      ['plan', 'gold'],
      ['orders', '3'],
      ['vip', 'true'],
    ].map(([name, value]) => ({ name, value, verified: true })),
  });
});

test('each key of the settings is good for its own tokens: rotation', async () => {
  const tokens = await Promise.all([
    sign(),
    sign({ header: { kid: 'second' }, key: second.privateKey }),
    sign({ header: { kid: 'shared', alg: 'HS256' }, key: secretBytes }),
  ]);
  for (const token of tokens) expect(await verify('shop', token)).toMatchObject({ ok: true });
  const old = await make([{ kid: 'shared', alg: 'HS256', secret: SECRET }]);
  expect(await old('shop', tokens[0] ?? '')).toMatchObject({ ok: false, path: '/kid', got: '"first"' });
});

test.each<[string, Record<string, unknown>, string, string]>([
  ['another audience', { aud: 'blog' }, '/aud', '"blog"'],
  ['audiences beside this site', { aud: ['shop', 'blog'] }, '/aud', '2 audiences'],
  ['no audience', { aud: undefined }, '/aud', 'nothing'],
  ['another issuer', { iss: 'https://evil.example' }, '/iss', '"https://evil.example"'],
  ['no issuer', { iss: undefined }, '/iss', 'nothing'],
  ['no sub', { sub: undefined }, '/sub', 'nothing'],
  ['an empty sub', { sub: ' ' }, '/sub', '" "'],
  ['a sub that is a number', { sub: 7 }, '/sub', '7'],
  ['a long sub', { sub: 'x'.repeat(201) }, '/sub', `"${'x'.repeat(99)}…`],
  ['no end', { exp: undefined }, '/exp', 'nothing'],
  ['no beginning', { iat: undefined }, '/iat', 'nothing'],
  ['an end that is over', { iat: SECONDS - 400, exp: SECONDS - 31 }, '/exp', 'one that is over'],
  ['too long a life', { exp: SECONDS + 601 }, '/exp', '601 seconds'],
  ['a life too long for numbers', { exp: 1e300 }, '/exp', '1e+300 seconds'],
  ['an end that is a text', { exp: 'never' }, '/exp', '"never"'],
  ['a beginning to come', { iat: SECONDS + 31, exp: SECONDS + 100 }, '/iat', '31 seconds from now'],
  ['a time it is not good before', { nbf: SECONDS + 31 }, '/nbf', `${SECONDS + 31}`],
])('%s is refused, saying where and what was there', async (_name, claims, path, got) => {
  expect(await verify('shop', await sign({ claims }))).toEqual({ ok: false, path, expected: expect.any(String), got });
});

test.each<[string, Record<string, unknown>]>([
  ['an end within the leeway', { iat: SECONDS - 300, exp: SECONDS - 29 }],
  ['a beginning within it', { iat: SECONDS + 30, exp: SECONDS + 300 }],
  ['nbf within it', { nbf: SECONDS + 30 }],
  ['the longest life', { exp: SECONDS + 600 }],
  ['one audience in a list', { aud: ['shop'] }],
])('a clock that is a little off: %s passes', async (_name, claims) => {
  expect(await verify('shop', await sign({ claims }))).toMatchObject({ ok: true });
});

test('the algorithm is the key’s, whatever the header says', async () => {
  const none = forge({ alg: 'none', kid: 'first' });
  const upper = forge({ alg: 'NoNe', kid: 'first' }, 'x');
  // The public key as the secret of an HMAC: the classic confusion.
  const input = `${part({ alg: 'HS256', kid: 'first' })}.${part(CLAIMS)}`;
  const confused = `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
  for (const token of [none, upper, confused])
    expect(await verify('shop', token)).toMatchObject({
      ok: false,
      path: '/alg',
      expected: 'EdDSA, as the settings say',
    });
  const other = await sign({ header: { kid: 'shared' } });
  expect(await verify('shop', other)).toMatchObject({ path: '/alg', expected: 'HS256, as the settings say' });
  const sha512 = forge({ alg: 'HS512', kid: 'shared' }, 'x');
  expect(await verify('shop', sha512)).toMatchObject({ path: '/alg', got: '"HS512"' });
});

test('a signature of another key, of nothing, or for other claims is refused', async () => {
  const good = await sign();
  const [header, , signature] = good.split('.');
  const altered = `${header}.${part({ ...CLAIMS, sub: 'customer-1' })}.${signature}`;
  const stolen = await sign({ header: { kid: 'first' }, key: second.privateKey });
  const weak = await sign({ header: { kid: 'shared', alg: 'HS256' }, key: new TextEncoder().encode(`${SECRET}x`) });
  for (const token of [altered, stolen, weak, `${header}.${part(CLAIMS)}.`])
    expect(await verify('shop', token)).toMatchObject({ ok: false, path: '/signature' });
});

test.each([
  ['no text at all', ''],
  ['not three parts', 'a.b'],
  ['no header', '..'],
  ['a header that is no JSON', 'e30x.e30.x'],
  ['an encrypted token', 'a.b.c.d.e'],
])('%s is no token', async (_name, token) => {
  expect(await verify('shop', token)).toMatchObject({ ok: false });
});

test('keys a token brings along are not looked at', async () => {
  const jwk = await exportJWK(second.publicKey);
  for (const kid of [undefined, 'unknown', '__proto__', 7, { kid: 'first' }]) {
    const header = { alg: 'EdDSA', kid, jwk, jku: 'https://evil.example/keys', x5u: 'https://evil.example' };
    expect(await verify('shop', forge(header, 'x'))).toMatchObject({ ok: false, path: '/kid' });
  }
  const critical = await sign({ header: { crit: ['exp'], exp: 1 } }).catch(() =>
    forge({ alg: 'EdDSA', kid: 'first', crit: ['x'], x: 1 }, 'x'),
  );
  expect(await verify('shop', critical)).toMatchObject({ ok: false });
});

test('a huge token is refused before it is read', async () => {
  const token = await sign({ claims: { much: 'x'.repeat(5000) } });
  expect(await verify('shop', token)).toMatchObject({ ok: false, path: '', expected: 'at most 4096 bytes' });
});

test('many and long claims are cut', async () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`claim-${n}`, n]));
  const got = await verify('shop', await sign({ claims: { ...many, long: 'x'.repeat(1500) } }));
  expect(got.ok && got.attributes.length).toBe(20);
  const long = await verify('shop', await sign({ claims: { long: 'x'.repeat(1500) } }));
  expect(long.ok && long.attributes[1]?.value.length).toBe(1000);
});

test('a site without identity believes nobody', async () => {
  expect(await verify('open', await sign({ claims: { aud: 'open' } }))).toMatchObject({ ok: false, got: 'open' });
});

const pair = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pemOf = (key: typeof pair.publicKey) => String(key.export({ type: 'spki', format: 'pem' }));

test.each<[string, IdentityKey, string]>([
  [
    'short secret',
    { kid: 'k', alg: 'HS256', secret: 'x'.repeat(31) },
    'secret: expected a secret of 32 bytes or more, got 31 bytes',
  ],
  ['no secret', { kid: 'k', alg: 'HS256' }, 'secret: expected a secret of 32 bytes or more, got nothing'],
  [
    'a key for HS256',
    { kid: 'k', alg: 'HS256', secret: SECRET, key: 'x' },
    'key: expected no such field for HS256, got a key',
  ],
  [
    'a secret for EdDSA',
    { kid: 'k', alg: 'EdDSA', secret: SECRET },
    'secret: expected no such field for EdDSA, got a secret',
  ],
  ['no key', { kid: 'k', alg: 'EdDSA' }, 'as PEM or JWK, got nothing'],
  [
    'a private key',
    { kid: 'k', alg: 'EdDSA', key: String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })) },
    'got a private one',
  ],
  [
    'a private JWK',
    { kid: 'k', alg: 'EdDSA', key: { ...pair.privateKey.export({ format: 'jwk' }) } },
    'got a private one',
  ],
  ['a key of RSA', { kid: 'k', alg: 'EdDSA', key: pemOf(rsa.publicKey) }, 'as PEM or JWK, got something else'],
  ['a symmetric JWK', { kid: 'k', alg: 'EdDSA', key: { kty: 'oct', k: 'AAAA' } }, 'got a key of another kind'],
  ['nonsense', { kid: 'k', alg: 'EdDSA', key: 'nonsense' }, 'got something else'],
])('a server with %s does not start, and does not show it', async (_name, key, message) => {
  const error = await make([key]).catch((wrong: Error) => wrong);
  expect(String(error)).toContain('site shop: /identity/keys/0/');
  expect(String(error)).toContain(message);
  expect(String(error)).not.toContain(SECRET);
  expect(String(error)).not.toMatch(/BEGIN|xxxxx/);
});
