import type { Explanation } from '@handrail/protocol/schema';
import { isVerifyKey, readIdentityKey } from '../access/identityKeys.js';
import type { ResolvedConfig } from './resolvedConfig.js';

/** What is wrong with the keys of the sites' identities; secrets are never shown. */
export async function checkIdentities({ sites }: Pick<ResolvedConfig, 'sites'>): Promise<Explanation[]> {
  const found = await Promise.all(
    sites.flatMap(({ identity }, site) => {
      const keys = identity?.keys ?? [];
      const kids = keys.map(({ kid }) => kid);
      return keys.map(async (key, n): Promise<Explanation[]> => {
        const path = `/sites/${site}/identity/keys/${n}`;
        if (kids.indexOf(key.kid) !== n) {
          return [{ path: `${path}/kid`, expected: 'a kid used once', got: JSON.stringify(key.kid) }];
        }
        const read = await readIdentityKey(key, path);
        return isVerifyKey(read) ? [] : [read];
      });
    }),
  );
  return found.flat();
}
