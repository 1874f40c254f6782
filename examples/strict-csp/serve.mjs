// A page under a policy that allows nothing it does not need: node serve.mjs
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const help = process.env.HANDRAIL_SERVER ?? 'http://localhost:4400';
const port = Number(process.env.PORT ?? 4411);

const policy = nonce =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `connect-src ${help} ${help.replace(/^http/, 'ws')}`,
    `img-src ${help} data:`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

createServer(async (_request, response) => {
  const nonce = randomBytes(16).toString('base64');
  const page = await readFile(new URL('page.html', import.meta.url), 'utf8');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', policy(nonce));
  response.end(page.replaceAll('{{nonce}}', nonce).replaceAll('{{help}}', help));
}).listen(port, () => process.stdout.write(`http://localhost:${port}/\n`));
