import type { AddressInfo } from 'node:net';

/** Tells the bench where this server listens, and ends with it. */
export function announce(address: AddressInfo | string | null): void {
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
  process.once('disconnect', () => process.exit());
}
