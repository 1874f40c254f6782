import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The examples, each below its name. */
export interface ServedExamples {
  readonly origin: string;
  /** Which server stands in their files instead of the demo's. */
  use(server: string): void;
  stop(): Promise<void>;
}

/** Serves the examples as they are, built ones from their `dist`. */
export async function serveExamples(folder: string, built: readonly string[]): Promise<ServedExamples> {
  let server = '';
  const files = createServer(async (request, response) => {
    const [, name = '', ...rest] = normalize(new URL(request.url ?? '/', 'http://x').pathname).split('/');
    const path = rest.join('/');
    const base = join(folder, name, built.includes(name) ? 'dist' : '');
    const file = join(base, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    const bytes = await readFile(file).catch(() => null);
    response.writeHead(bytes ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    const isText = bytes && /\.(html|js)$/.test(file);
    response.end(isText ? bytes.toString().replaceAll('http://localhost:4400', server) : bytes);
  });
  await new Promise<void>(resolve => files.listen(0, resolve));
  return {
    origin: `http://localhost:${(files.address() as AddressInfo).port}`,
    use: origin => {
      server = origin;
    },
    stop: () =>
      new Promise(resolve => {
        files.closeAllConnections();
        files.close(() => resolve());
      }),
  };
}
