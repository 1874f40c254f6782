import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/** `true` believes everybody's `X-Forwarded-For`; a list believes these addresses and networks; `false` nobody's. */
export type TrustProxy = boolean | readonly string[];

/**
 * Where a request comes from: the nearest address that is not a trusted proxy. Throws when `trust` names something
 * that is no address or network.
 */
export function createClientAddress(trust: TrustProxy): (request: IncomingMessage) => string {
  const known = new BlockList();
  if (Array.isArray(trust)) for (const one of trust as readonly string[]) addTo(known, one);
  const trusted = (address: string) =>
    trust === true || (trust !== false && known.check(address, isIPv6(address) ? 'ipv6' : 'ipv4'));
  return request => {
    let address = plain(request.socket.remoteAddress ?? 'unknown');
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
    while (trusted(address)) {
      const before = forwarded.pop()?.trim();
      if (!before) break;
      address = plain(before);
    }
    return address;
  };
}

function addTo(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (bits === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(bits), family);
}

/** An IPv4 address inside an IPv6 one is the same client. */
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}
