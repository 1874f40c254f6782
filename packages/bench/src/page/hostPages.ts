import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site on an origin of its own: `/plain`, and `/widget`, the same with the script tag. */
export interface HostPages {
  readonly origin: string;
  /** Origin of the server whose script stands in `/widget`. */
  use(server: string): void;
  stop(): Promise<void>;
}

const PARAGRAPH = '<p>A bicycle that carries you and the shopping up the hill, and a basket for the dog.</p>';

/** Pages of text alone, so that all they load beyond themselves comes from the script tag. */
export async function startHostPages(): Promise<HostPages> {
  let server = '';
  const pages = createServer((request, response) => {
    const script = request.url === '/widget' ? `<script async src="${server}/w/demo.js"></script>` : '';
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${script}
<style>body{font:16px/1.5 sans-serif;margin:2rem}</style></head>
<body><h1>Bicycles</h1>${PARAGRAPH.repeat(40)}</body></html>`);
  });
  await new Promise<void>(resolve => pages.listen(0, resolve));
  return {
    origin: `http://localhost:${(pages.address() as AddressInfo).port}`,
    use(origin) {
      server = origin;
    },
    stop: () =>
      new Promise(resolve => {
        pages.closeAllConnections();
        pages.close(() => resolve());
      }),
  };
}
