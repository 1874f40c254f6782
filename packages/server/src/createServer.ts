import { join } from 'node:path';
import { type AgentGrant, type Availability, createIds, type VisitorGrant } from '@handrail/protocol';
import { createDecoder } from '@handrail/protocol/decode';
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify';
import type { Logger } from 'pino';
import { can } from './access/can.js';
import { type ConversationFacts, createConversationFacts, followFacts } from './access/conversationFacts.js';
import { createRandom } from './access/createRandom.js';
import { createGrants } from './access/grants.js';
import { createIdentify } from './access/identify.js';
import { createIdentities } from './access/identities.js';
import { createOrigins } from './access/origins.js';
import type { Random } from './access/tokens.js';
import { createVerifyIdentity } from './access/verifyIdentity.js';
import { createActions } from './actions/createActions.js';
import { createSafeFetch } from './actions/safeFetch.js';
import { createBudget } from './answers/budget.js';
import { createAnswers } from './answers/createAnswers.js';
import type { Bus } from './bus/bus.js';
import { createLocalBus } from './bus/local.js';
import { createFiles, type ScanFile } from './files/createFiles.js';
import { createDiskBlobs, FILES_FOLDER } from './files/diskBlobs.js';
import { DEFAULT_FILE_TYPES } from './files/fileTypes.js';
import { createMemoryBlobs } from './files/memoryBlobs.js';
import { createClientAddress, type TrustProxy } from './gateway/clientAddress.js';
import { createGateway, type Gateway } from './gateway/createGateway.js';
import type { Handlers } from './gateway/dispatch.js';
import { createFanOut, type FanOut } from './gateway/fanOut.js';
import { DEFAULT_SERVER_LIMITS, type ServerLimits } from './gateway/serverLimits.js';
import { createFetch } from './handlers/fetch.js';
import { createHello } from './handlers/hello.js';
import { createMarks } from './handlers/marks.js';
import { ping } from './handlers/ping.js';
import { createPresence } from './handlers/presence.js';
import { createSend } from './handlers/send.js';
import { createToken } from './handlers/token.js';
import { createTyping } from './handlers/typing.js';
import { createWelcome } from './handlers/welcome.js';
import { requestInLog } from './http/requestInLog.js';
import { createMetrics, type Metrics } from './metrics/createMetrics.js';
import { observeHandlers } from './metrics/observeHandlers.js';
import { observeStore } from './metrics/observeStore.js';
import type { ServerConfig, ServerParts } from './parts.js';
import { createRouting, type Routing } from './routing/createRouting.js';
import { createSqliteStore } from './store/sqlite/createSqliteStore.js';
import type { Store } from './store/store.js';

/** What a server is started with. */
export interface ServerOptions {
  readonly config: ServerConfig;
  /** Folder of the SQLite database, or a store of another kind, which the server closes at its end. */
  readonly data: string | Store;
  readonly log: Logger;
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Any of the limits; the others keep their defaults. */
  readonly limits?: Partial<ServerLimits>;
  /** Whose `X-Forwarded-For` is believed. Default: nobody's. */
  readonly trustProxy?: TrustProxy;
  /** Adds routes before the server listens. */
  readonly http?: (app: FastifyInstance, parts: ServerParts) => Promise<void>;
  /** Default: inside this process. */
  readonly bus?: Bus;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
  /** Fills bytes for tokens and ids. Default: the system's. */
  readonly random?: Random;
  /** Content types customers and agents may attach; `image/*` stands for all of a kind. Default: pictures, documents, texts, sound, film. */
  readonly fileTypes?: readonly string[];
  /** Looks at every file before it may enter a conversation, such as a virus scanner. Default: nothing does. */
  readonly scanFile?: ScanFile;
  /** Compiled worker of the SQLite store; for those who run the sources. */
  readonly workerUrl?: URL;
}

/** A server that is ready to listen. */
export interface HandrailServer {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly parts: ServerParts;
  /** Where it listens, such as `http://127.0.0.1:4400`; empty before `listen`. */
  readonly address: string;
  /** Connections of every transport now, with or without hello. */
  connections(): number;
  /** Returns `address`. Rejects when the port is taken. */
  listen(): Promise<string>;
  /** Says bye to every connection, spread over a while, waits for the last commit, closes files. */
  close(): Promise<void>;
  /** A one-time code for an agent. Rejects when there is no such agent. */
  signInCode(agent: string): Promise<string>;
  visitorGrant(site: string): Promise<VisitorGrant>;
  agentGrant(code: string): Promise<AgentGrant | null>;
  availability(site: string): Promise<Availability>;
}

/**
 * How long a request may take to arrive, in milliseconds: its headers, and all of it. Somebody who sends a byte now and
 * then would otherwise hold a connection for good. What is sent back, or goes over a socket, is not limited by it.
 */
const PATIENCE = { requestTimeout: 120_000, http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 } };

/** How often files that no message brought, and sessions that ended, are looked for, in milliseconds. */
const SWEEP_MS = 600_000;

/** How long answers may take when the server stops, in milliseconds. */
const ANSWERS_MS = 1000;

/** Options with every default filled in, and what everything else is made from. */
interface Ground {
  readonly options: ServerOptions;
  readonly limits: ServerLimits;
  readonly now: () => number;
  /** Milliseconds that only go forward, for waits and rates: a corrected clock must neither stretch nor skip them. */
  readonly elapsed: () => number;
  readonly random: Random;
  readonly chance: () => number;
  readonly newId: () => string;
  readonly store: Store;
  readonly facts: ConversationFacts;
  readonly bus: Bus;
  readonly metrics: Metrics;
  readonly sites: ServerParts['sites'];
  readonly agents: ServerParts['agents'];
  readonly fail: (error: unknown) => void;
}

/** Puts a server together: the only place that knows all of its parts. Rejects when its data cannot be opened. */
export async function createServer(options: ServerOptions): Promise<HandrailServer> {
  // What the settings say is wrong is told before any data is opened.
  const verify = await createVerifyIdentity({
    sites: new Map(options.config.sites.map(site => [site.id, site])),
    limits: { ...DEFAULT_SERVER_LIMITS, ...options.limits },
    now: options.now ?? Date.now,
  });
  const ground = await layGround(options);
  const { store, bus, sites, agents, now, limits, metrics } = ground;
  const allowsOrigin = createOrigins(sites);
  const fanOut = createFanOut(bus, sites.keys());
  const routing = createRouting({ ...ground, fanOut, graceMs: limits.graceMs });
  const grants = createGrants(ground);
  const identities = createIdentities({ ...ground, verify, publish: bus.publish });
  const identify = createIdentify({ sites, agents, allowsOrigin, session: store.session, now });
  const files = createFiles({
    ...ground,
    can,
    blobs: typeof options.data === 'string' ? createDiskBlobs(join(options.data, FILES_FOLDER)) : createMemoryBlobs(),
    types: options.fileTypes ?? DEFAULT_FILE_TYPES,
    scan: options.scanFile,
    received: metrics.fileReceived,
  });
  const fetchOutside = createSafeFetch();
  const actions = createActions({ ...ground, fetch: fetchOutside, log: options.log });
  const budget = createBudget(store, now);
  const answers = createAnswers({ ...ground, fetch: fetchOutside, actions, budget, log: options.log });
  const gateway = createRealtime(ground, fanOut, routing, identify, allowsOrigin);
  metrics.watch({ connections: gateway.size, pending: store.pending, sites: routing.figures });
  const app = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    trustProxy: trusted(options.trustProxy),
    childLoggerFactory: (logger, bindings, child) =>
      logger.child(bindings, { ...child, serializers: { ...child.serializers, req: requestInLog } }),
    ...PATIENCE,
  });
  const parts: ServerParts = {
    sites,
    agents,
    availability: routing.availability,
    newVisitor: grants.visitor,
    results: store,
    identities,
    signIn: grants.agent,
    allowsOrigin,
    can,
    identify,
    files,
    actions,
    answers,
    doors: gateway.doors,
    admission: gateway.admission,
    log: options.log,
    metrics,
    limits,
    now,
  };
  await options.http?.(app, parts);
  gateway.attach(app.server);
  let address = '';
  const sweep = () => void Promise.all([files.sweep(), identities.sweep()]).catch(ground.fail);
  const sweeping = setInterval(sweep, SWEEP_MS);
  sweeping.unref();
  return {
    app,
    store,
    parts,
    get address() {
      return address;
    },
    connections: gateway.size,
    async listen() {
      await routing.start();
      sweep();
      address = await app.listen({ port: options.port, host: options.host });
      return address;
    },
    async close() {
      routing.stop();
      clearInterval(sweeping);
      await gateway.drain();
      await closeHttp(app);
      await fetchOutside.close();
      await bus.close();
      await store.close();
    },
    signInCode: grants.signInCode,
    visitorGrant: grants.visitor,
    agentGrant: grants.agent,
    availability: routing.availability,
  };
}

/** Answers that are being written get a moment; a connection that never asked for anything would be waited for without end. */
async function closeHttp(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), ANSWERS_MS);
  await app.close();
  clearTimeout(cut);
}

async function layGround(options: ServerOptions): Promise<Ground> {
  const { config, data, log, workerUrl } = options;
  const limits = { ...DEFAULT_SERVER_LIMITS, ...options.limits };
  const now = options.now ?? Date.now;
  const random = options.random ?? createRandom();
  const newId = createIds({ now, random });
  const fail = (error: unknown) => log.error({ err: error }, 'a part of the server failed');
  const { commitQueue } = limits;
  const metrics = createMetrics();
  const opened =
    typeof data === 'string'
      ? await createSqliteStore({
          folder: data,
          newEpoch: newId(),
          now,
          commitQueue,
          committed: metrics.committed,
          ...(workerUrl ? { workerUrl } : {}),
        })
      : data;
  const bus = options.bus ?? createLocalBus(fail);
  const siteIds = config.sites.map(site => site.id);
  return {
    options,
    limits,
    now,
    elapsed: options.now ?? (() => performance.now()),
    random,
    newId,
    chance: () => Buffer.from(random(new Uint8Array(4))).readUInt32BE() / 2 ** 32,
    facts: followFacts(createConversationFacts(opened.conversation), bus, siteIds),
    store: observeStore(opened, metrics, () => performance.now() / 1000),
    metrics,
    bus,
    sites: new Map(config.sites.map(site => [site.id, site])),
    agents: new Map(config.agents.map(agent => [agent.id, agent])),
    fail,
  };
}

function createRealtime(
  ground: Ground,
  fanOut: FanOut,
  routing: Routing,
  identify: ReturnType<typeof createIdentify>,
  allowsOrigin: ServerParts['allowsOrigin'],
): Gateway {
  const { store, bus, limits, fail, options } = ground;
  return createGateway({
    ...ground,
    allowsOrigin,
    clientAddress: createClientAddress(options.trustProxy ?? false),
    decoder: createDecoder(),
    log: options.log,
    publish: bus.publish,
    identify,
    hello: createHello(identify, ground.metrics.helloAnswered),
    ended: ground.metrics.connectionClosed,
    welcome: createWelcome({
      store,
      limits,
      availability: routing.availability,
      join: fanOut.join,
      arrive: routing.arrive,
      available: routing.available,
      teamsOf: routing.teamsOf,
      queueFrames: routing.queueFrames,
      fail(link, error) {
        fail(error);
        link.close(4010, 'The store could not be read.');
      },
    }),
    handlers: observeHandlers(createHandlers(ground, routing, identify), ground.metrics),
  });
}

function createHandlers(ground: Ground, routing: Routing, identify: ReturnType<typeof createIdentify>): Handlers {
  const { store, facts, bus, limits, elapsed, sites } = ground;
  return {
    send: createSend({
      append: store.append,
      publish: ({ event, conversation }) => bus.publish(conversation.site, { t: 'appended', event, conversation }),
      botName: site => sites.get(site)?.widget.name ?? site,
      reserve: routing.reserve,
      limits,
      now: elapsed,
    }),
    fetch: createFetch({ facts, store, fetchEvents: limits.fetchEvents }),
    marks: createMarks({ facts, mark: store.mark, publish: bus.publish }),
    typing: createTyping({ facts, publish: bus.publish, typingMs: limits.typingMs, now: elapsed }),
    presence: createPresence(routing.setAvailable),
    ping,
    token: createToken(identify),
  };
}

function trusted(trust: TrustProxy | undefined): boolean | string[] {
  return typeof trust === 'object' ? [...trust] : (trust ?? false);
}
