// A backend that says who is signed in: node server.mjs
import { readFile } from 'node:fs/promises';
import Fastify from 'fastify';
import { importPKCS8, SignJWT } from 'jose';

const help = process.env.HANDRAIL_SERVER ?? 'http://localhost:4400';
const port = Number(process.env.PORT ?? 4411);
const key = await importPKCS8(await readFile('private.pem', 'utf8'), 'EdDSA');
const page = (await readFile(new URL('page.html', import.meta.url), 'utf8')).replaceAll('{{help}}', help);
const customers = new Map([
  ['ana', { name: 'Ana Costa', email: 'ana@mail.example', plan: 'gold' }],
  ['ben', { name: 'Ben Okoye', email: 'ben@mail.example', plan: 'free' }],
]);

/** Stands for your own session: whoever the cookie names. Yours is signed, this one believes anybody. */
const signedIn = request => /customer=(\w+)/.exec(request.headers.cookie ?? '')?.[1];

const app = Fastify();
app.get('/', (_request, reply) => reply.type('text/html').send(page));
app.get('/sign-in/:id', (request, reply) =>
  reply.header('set-cookie', `customer=${request.params.id}; Path=/; HttpOnly; SameSite=Lax`).redirect('/'),
);
app.get('/sign-out', (_request, reply) => reply.header('set-cookie', 'customer=; Path=/; Max-Age=0').redirect('/'));
app.get('/me', (request, reply) => {
  const id = signedIn(request);
  return customers.has(id) ? { id, name: customers.get(id).name } : reply.code(401).send({});
});
app.get('/handrail-token', async (request, reply) => {
  const id = signedIn(request);
  if (!customers.has(id)) return reply.code(401).send();
  const token = await new SignJWT(customers.get(id))
    .setProtectedHeader({ alg: 'EdDSA', kid: 'example' })
    .setIssuer('https://shop.example')
    .setAudience('demo')
    .setSubject(id)
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .sign(key);
  return reply.header('cache-control', 'no-store').type('text/plain').send(token);
});
await app.listen({ port });
console.log(`http://localhost:${port}/`);
