import { pino } from 'pino';
import { createServer, type HandrailServer, type ServerOptions } from '../src/createServer.js';
import { registerHttp } from '../src/http/registerHttp.js';
import { createMemoryStore } from '../src/store/memory.js';

/** The origin of the shop's pages in these tests. */
export const ORIGIN = 'https://shop.example';

export const CONFIG: ServerOptions['config'] = {
  sites: [
    { id: 'shop', widget: { name: 'Shop' }, origins: [ORIGIN], replyHours: 4 },
    { id: 'other', widget: { name: 'Other' }, origins: ['https://other.example'] },
  ],
  agents: [
    { id: 'maya', name: 'Maya', role: 'admin', site: 'shop' },
    { id: 'omar', name: 'Omar', role: 'agent', site: 'shop' },
    { id: 'zoe', name: 'Zoe', role: 'agent', site: 'other' },
  ],
};

/** A server on a free port, with everything in memory unless told otherwise. */
export async function startServer(options: Partial<ServerOptions> = {}): Promise<HandrailServer> {
  const server = await createServer({
    config: CONFIG,
    data: createMemoryStore({ epoch: 'epoch-1', now: options.now ?? Date.now }),
    log: pino({ level: process.env.LOG ?? 'silent' }),
    port: 0,
    host: '127.0.0.1',
    http: async (app, parts) => void (await app.register(scope => registerHttp(scope, parts))),
    ...options,
  });
  await server.listen();
  return server;
}
