import { createHash } from 'node:crypto';

/** SHA-256 of what a client wrote, whatever the order of its fields: equal for a repeat, different for another body. */
export function bodyHash(kind: string, body: unknown): string {
  return createHash('sha256')
    .update(`${kind}\n${stable(body)}`)
    .digest('base64url');
}

function stable(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${stable(held)}`);
  return `{${fields.join(',')}}`;
}
