/** A failed start in words, with the next step where there is one. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, port, address, path } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE') {
    return `port ${port} is in use. Choose another with PORT=${nextPort(port)} or --port ${nextPort(port)}.`;
  }
  if (code === 'EACCES' && syscall === 'listen') {
    return `port ${port} may not be used by this user. Choose one above 1023 with PORT or --port.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `"host": expected an address of this machine, got ${address ?? 'a name nobody knows'}.`;
  }
  if (path !== undefined && code !== undefined) {
    return `${path}: cannot be written or read (${code}). Choose another data folder with HANDRAIL_DATA or --data.`;
  }
  return error.message;
}

const nextPort = (port: number | undefined): number => (port === undefined || port >= 65_535 ? 4401 : port + 1);
