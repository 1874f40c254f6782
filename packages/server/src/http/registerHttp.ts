import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { explain } from '@handrail/protocol/schema';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import type { ServerParts } from '../parts.js';
import { registerActions } from './actionRoutes.js';
import { answerErrors } from './answerErrors.js';
import { registerAnswers } from './answerRoutes.js';
import { registerApi } from './apiRoutes.js';
import { registerDocs } from './docsRoutes.js';
import { registerFlows } from './flowRoutes.js';
import { guardRoutes } from './guardRoutes.js';
import { DEFAULT_RATES, type HttpOptions } from './httpOptions.js';
import { HttpProblem } from './httpProblem.js';
import { registerIdentity } from './identityRoutes.js';
import { registerInbox } from './inboxRoutes.js';
import { isFile } from './isFile.js';
import { registerKnowledge } from './knowledgeRoutes.js';
import { registerMetrics } from './metricsRoutes.js';
import { registerPages } from './pagesRoutes.js';
import { registerRealtime } from './realtimeRoutes.js';
import { registerReport } from './reportRoutes.js';
import { registerUploads } from './uploadRoutes.js';
import { registerWidget } from './widgetRoutes.js';

/** Same distance from `src/http` and from `dist/http`. */
const BUILT_ASSETS = fileURLToPath(new URL('../../dist/public/', import.meta.url));

/** Bytes of the largest body a route of the API takes, but for those that carry frames. */
const BODY_BYTES = 8 * 1024;

/** Bytes of a question to a language model, with what was said before. */
const ANSWER_BYTES = 64 * 1024;

/**
 * Everything the server answers over HTTP. Register it inside a scope of its own:
 * `app.register(scope => registerHttp(scope, parts, options))`.
 */
export async function registerHttp(app: FastifyInstance, parts: ServerParts, options: HttpOptions = {}): Promise<void> {
  const { pages = null, docs = null, publicUrl = null, assets = BUILT_ASSETS } = options;
  const { knowledge = new Map(), flows = new Map() } = options;
  setUpBodies(app);
  answerErrors(app, parts.log);
  guardRoutes(app, parts);
  addSecurityHeaders(app);
  await app.register(rateLimit, { global: false, errorResponseBuilder: (_request, { ttl }) => tooMany(ttl) });
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, inflateIfDeflated: false });
  await app.register(fastifyStatic, { serve: false, redirect: true, dotfiles: 'ignore', cacheControl: false });
  await warnWithoutBuild(assets, parts.log);

  registerMetrics(app, parts, options.metrics ?? 'off');
  registerApi(app, parts, { ...DEFAULT_RATES, ...options.rates }, BODY_BYTES);
  registerIdentity(app, parts, { ...DEFAULT_RATES, ...options.rates }.identity, BODY_BYTES);
  registerActions(app, parts, BODY_BYTES);
  registerAnswers(app, parts, knowledge, ANSWER_BYTES);
  registerUploads(app, parts, { ...DEFAULT_RATES, ...options.rates }.files);
  registerReport(app, parts, { ...DEFAULT_RATES, ...options.rates }.outcomes);
  registerRealtime(app, parts);
  registerWidget(app, parts, assets, publicUrl, flows);
  registerFlows(app, flows);
  registerKnowledge(app, parts, knowledge);
  registerInbox(app, assets);
  if (docs !== null) registerDocs(app, docs);
  if (pages !== null) registerPages(app, pages);
}

async function warnWithoutBuild(assets: string, log: ServerParts['log']): Promise<void> {
  const missing = [join(assets, 'w', 'handrail.js'), join(assets, 'inbox', 'index.html')];
  for (const file of missing)
    if (!(await isFile(file))) log.warn(`${file} is missing. In the checkout run: npm run build`);
}

function setUpBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => value => {
    const [first] = explain(schema, value, 1);
    if (first === undefined) return { value };
    const where = httpPart === 'body' ? 'body' : `address (${httpPart})`;
    return { error: new HttpProblem('bad_request', `The ${where} has a field of the wrong shape.`, first) };
  });
  app.setSerializerCompiler(() => data => JSON.stringify(data));
}

function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'strict-origin-when-cross-origin');
  });
}

function tooMany(ttl: number): HttpProblem {
  return new HttpProblem('rate_limited', undefined, { retryAfter: Math.ceil(ttl / 1000) });
}
