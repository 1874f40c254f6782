import type { FastifyReply } from 'fastify';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Nothing here</title>
<style>
:root { color-scheme: light dark }
body { margin: 0; min-height: 100dvh; display: grid; place-content: center; padding: 24px; background: light-dark(#fff, #191b19);
  color: light-dark(#1b1c19, #eeefea); font: 16px/24px system-ui, sans-serif; }
h1 { font-size: 24px; line-height: 32px; letter-spacing: -.018em; margin: 0 0 8px }
p { margin: 0; color: light-dark(#4b4d47, #c2c5bc) }
a { color: light-dark(#14614e, #74cbae) }
</style>
</head>
<body>
<main>
<h1>Nothing here</h1>
<p>There is no page at this address. <a href="/">To the first page</a></p>
</main>
</body>
</html>
`;

/** A calm 404 for people. */
export function notFoundPage(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(PAGE);
}
