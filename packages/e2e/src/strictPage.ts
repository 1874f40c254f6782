import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page on an origin of its own, under the strictest policy a site can have. */
export interface StrictPage {
  readonly origin: string;
  /** Which server's script stands in the page. */
  use(server: string): void;
  stop(): Promise<void>;
}

/** Nothing is allowed but what the snippet page tells a site owner to allow. */
function policy(server: string, nonce: string, pictures: string): string {
  const socket = server.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'nonce-${nonce}'`,
    `connect-src ${server} ${socket}`,
    `img-src ${server} blob:${pictures}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Serves `/` with the script tag of the demo site; `?lang=zh-Hans` and `?lang=ar` set the page's language, `?pictures=https://a.example`
 * allows pictures from there too.
 * @param first script the page runs before all else. Default: none
 */
export async function startStrictPage(first = ''): Promise<StrictPage> {
  let server = '';
  const pages: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const lang = url.searchParams.get('lang') ?? 'en';
    const pictures = url.searchParams.get('pictures');
    const nonce = randomBytes(12).toString('base64');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy(server, nonce, pictures ? ` ${pictures}` : ''));
    response.end(`<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">${
      first && `<script nonce="${nonce}">${first}</script>`
    }
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="${server}/images/mark.svg">
<title>E-bike Volt</title><style nonce="${nonce}">body{font:16px/1.5 serif;margin:2rem}</style></head>
<body><h1>E-bike Volt</h1><p>A page with its own rules.</p><a href="?lang=${lang}&again">Again</a>
<script async nonce="${nonce}" src="${server}/w/demo.js"></script></body></html>`);
  });
  await new Promise<void>(resolve => pages.listen(0, resolve));
  return {
    origin: `http://localhost:${(pages.address() as AddressInfo).port}`,
    use: origin => {
      server = origin;
    },
    stop: () =>
      new Promise(resolve => {
        pages.closeAllConnections();
        pages.close(() => resolve());
      }),
  };
}
