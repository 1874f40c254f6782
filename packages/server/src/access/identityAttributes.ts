import type { Attribute } from '@handrail/protocol';
import type { JWTPayload } from 'jose';

/** Attributes taken of one token. */
const MOST = 20;
/** Characters of a name and of a value; the protocol's. */
const NAME = 200;
const VALUE = 1000;
/** Claims about the token rather than the person (RFC 7519, section 4.1). */
const OF_THE_TOKEN: readonly string[] = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'];

/** What a token says about a person, first the `sub` as `id`. Texts, numbers and yes or no; anything else is left out. */
export function attributesOf(sub: string, claims: JWTPayload): readonly Attribute[] {
  const said = Object.entries(claims).flatMap(([name, value]): Attribute[] => {
    if (OF_THE_TOKEN.includes(name) || name === 'id' || name === '' || name.length > NAME) return [];
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    return [{ name, value: String(value).slice(0, VALUE), verified: true }];
  });
  return [{ name: 'id', value: sub, verified: true }, ...said.slice(0, MOST - 1)];
}
