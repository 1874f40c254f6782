import { createHash } from 'node:crypto';

/** `tune`: settings may be chosen on it. `report`: only figures are taken on it. */
export type Split = 'tune' | 'report';

/** Which half a text belongs to: by the first byte of the SHA-256 of its NFC form, even for `tune`, odd for `report`. */
export function splitOf(text: string): Split {
  const [first = 0] = createHash('sha256').update(text.normalize('NFC')).digest();
  return first % 2 === 0 ? 'tune' : 'report';
}
