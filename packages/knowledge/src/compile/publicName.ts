/** Whether a host is a name of the public network: no address in numbers, no name of a machine or a home network. */
export function isPublicName(host: string): boolean {
  return host.includes('.') && /[a-z]$/i.test(host) && !/\.(?:local|internal|localhost|lan|home|arpa)$/i.test(host);
}
