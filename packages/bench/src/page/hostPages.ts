import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is added to the page of text. */
export interface Embed {
  /** Markup at the end of the head. */
  readonly head?: string;
  /** Markup above the text, where it is in sight. */
  readonly top?: string;
  /** Markup at the end of the body. */
  readonly body?: string;
}

/** A site on an origin of its own, the same page under every path. */
export interface HostPages {
  readonly origin: string;
  /** Says what stands in the page of each path, given as `/plain`; other paths are the page alone. */
  use(embeds: Readonly<Record<string, Embed>>): void;
  stop(): Promise<void>;
}

const PARAGRAPH = '<p>A bicycle that carries you and the shopping up the hill, and a basket for the dog.</p>';

/** Pages of text alone, so that all they load beyond themselves comes from what is added to them. */
export async function startHostPages(): Promise<HostPages> {
  let embeds: Readonly<Record<string, Embed>> = {};
  const pages = createServer((request, response) => {
    const { head = '', top = '', body = '' } = embeds[request.url ?? ''] ?? {};
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}
<style>body{font:16px/1.5 sans-serif;margin:2rem}</style></head>
<body>${top}<h1>Bicycles</h1>${PARAGRAPH.repeat(40)}${body}</body></html>`);
  });
  await new Promise<void>(resolve => pages.listen(0, resolve));
  return {
    origin: `http://localhost:${(pages.address() as AddressInfo).port}`,
    use(given) {
      embeds = given;
    },
    stop: () =>
      new Promise(resolve => {
        pages.closeAllConnections();
        pages.close(() => resolve());
      }),
  };
}
