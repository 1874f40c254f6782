// A server process of its own that can be killed: node serverProcess.mjs FOLDER VISITORS
// Prints one line of JSON: its address and, when asked for, tokens of new visitors.
import { pino } from 'pino';
import { createServer } from '../dist/index.js';

const [folder, visitors] = process.argv.slice(2);
const server = await createServer({
  config: {
    sites: [{ id: 'shop', widget: { name: 'Shop' }, origins: [] }],
    agents: [{ id: 'maya', name: 'Maya', role: 'agent', site: 'shop' }],
  },
  data: folder,
  log: pino({ level: 'silent' }),
  port: 0,
  host: '127.0.0.1',
  limits: { eventsPerTenSeconds: 1e6, framesPerTenSeconds: 1e6, upgradeBurstPerAddress: 1e6, catchUpEvents: 1e6 },
});
const address = await server.listen();
const grants = [];
for (let i = 0; i < Number(visitors); i++) grants.push(await server.visitorGrant('shop'));
const agent = Number(visitors) > 0 ? await server.agentGrant(await server.signInCode('maya')) : null;
process.stdout.write(`${JSON.stringify({ address, tokens: grants.map(grant => grant.token), agent: agent?.token })}\n`);
