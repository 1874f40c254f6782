import type { IdentityKey } from '@handrail/protocol';
import type { Explanation } from '@handrail/protocol/schema';
import { type CryptoKey, importJWK, importSPKI } from 'jose';

/** A key that is ready to verify with, and the one algorithm it is for. */
export interface VerifyKey {
  readonly alg: IdentityKey['alg'];
  readonly key: CryptoKey | Uint8Array;
}

/** Bytes a secret of HS256 must have: the size of its hash (RFC 7518, section 3.2). */
const SECRET_BYTES = 32;

/**
 * Reads a key of the settings. What cannot be used is explained by its field, and never shown.
 * @param path of the key in the settings, as a JSON pointer
 */
export async function readIdentityKey(given: IdentityKey, path: string): Promise<VerifyKey | Explanation> {
  return given.alg === 'HS256' ? readSecret(given, path) : readPublicKey(given, path);
}

/** Whether a key was read. */
export function isVerifyKey(read: VerifyKey | Explanation): read is VerifyKey {
  return 'alg' in read;
}

function readSecret({ alg, key, secret }: IdentityKey, path: string): VerifyKey | Explanation {
  if (key !== undefined) return { path: `${path}/key`, expected: 'no such field for HS256', got: 'a key' };
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length >= SECRET_BYTES) return { alg, key: bytes };
  return {
    path: `${path}/secret`,
    expected: `a secret of ${SECRET_BYTES} bytes or more`,
    got: secret === undefined ? 'nothing' : `${bytes.length} bytes`,
  };
}

async function readPublicKey({ alg, key, secret }: IdentityKey, path: string): Promise<VerifyKey | Explanation> {
  if (secret !== undefined) return { path: `${path}/secret`, expected: 'no such field for EdDSA', got: 'a secret' };
  const problem = (got: string): Explanation => ({
    path: `${path}/key`,
    expected: 'a public Ed25519 key, as PEM or JWK',
    got,
  });
  if (key === undefined) return problem('nothing');
  const isPrivate = typeof key === 'string' ? key.includes('PRIVATE KEY') : 'd' in key;
  if (isPrivate) return problem('a private one, which belongs to the backend alone');
  try {
    const read = typeof key === 'string' ? await importSPKI(key, alg) : await importJWK({ ...key }, alg);
    // A symmetric JWK would come as bytes.
    return read instanceof Uint8Array ? problem('a key of another kind') : { alg, key: read };
  } catch {
    return problem('something else');
  }
}
