import type { AddressInfo } from 'node:net';
import type { ResolvedConfig } from '../config/resolvedConfig.js';
import { loadConfig } from '../config.js';
import { createServer, type HandrailServer } from '../createServer.js';
import { registerHttp } from '../http/registerHttp.js';
import { prepareFlows } from '../knowledge/prepareFlows.js';
import { prepareKnowledge } from '../knowledge/prepareKnowledge.js';
import { addresses, localAddress } from './addresses.js';
import type { CliIo, ConfigArguments } from './cliIo.js';
import { createLog } from './createLog.js';
import { openBrowser, wantsBrowser } from './openBrowser.js';

/** `handrail serve`: runs until it is told to stop, then drains; resolves to 0. */
export async function serve({ config: file, port, data }: ConfigArguments, io: CliIo): Promise<number> {
  const config = await loadConfig(file, io.env, { port, data });
  const server = await start(config, io);
  const stopped = waitForStop(server, io);
  const { port: taken } = server.app.server.address() as AddressInfo;
  const base = localAddress(config.host, taken);
  const [agent] = config.agents;
  io.out(addresses({ config, base, code: agent ? await server.signInCode(agent.id) : null }));
  if (wantsBrowser(config.open, io)) openBrowser(`${base}/`, io.platform);
  await stopped;
  return 0;
}

async function start(config: ResolvedConfig, io: CliIo): Promise<HandrailServer> {
  const log = createLog(io);
  const server = await createServer({
    config,
    data: config.data,
    log,
    port: config.port,
    host: config.host,
    limits: config.limits,
    trustProxy: config.trustProxy,
    fileTypes: config.fileTypes,
    http: async (app, parts) => {
      const knowledge = await prepareKnowledge(config.sites, config.data, log);
      const flows = await prepareFlows(config.sites, knowledge, log);
      const { pages, docs, publicUrl, metrics } = config;
      await app.register(scope => registerHttp(scope, parts, { pages, docs, publicUrl, metrics, knowledge, flows }));
    },
  });
  try {
    await server.listen();
    return server;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The first request to stop drains; whoever asks twice does not want to wait. */
function waitForStop(server: HandrailServer, io: CliIo): Promise<void> {
  let stopping = false;
  return new Promise((resolve, reject) => {
    io.onStop(() => {
      if (stopping) return io.quit(1);
      stopping = true;
      if (io.isTerminal) io.error('\n  Stopping. Once more stops at once.\n');
      server.close().then(resolve, reject);
    });
  });
}
