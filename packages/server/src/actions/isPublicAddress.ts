import ipaddr from 'ipaddr.js';

/** Whether an IP address is one of the public internet: no machine of this network, no loopback, no cloud's own services. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` reads an IPv4 address that was written as an IPv6 one.
  return ipaddr.process(address).range() === 'unicast';
}
