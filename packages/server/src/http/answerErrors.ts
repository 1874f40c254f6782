import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { HttpProblem } from './httpProblem.js';
import { notFoundPage } from './notFoundPage.js';
import { requestInLog } from './requestInLog.js';

/**
 * Every refusal and failure leaves as a problem body; a person who follows a dead link gets a page. What went wrong
 * inside goes to the log, never into the answer.
 */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: FastifyError | HttpProblem, request, reply) => {
    const problem = error instanceof HttpProblem ? error : asProblem(error);
    if (problem.code === 'internal') log.error({ err: error, req: requestInLog(request) }, 'request failed');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request, reply) => {
    if (wantsPage(request)) return notFoundPage(reply);
    return sendProblem(reply, new HttpProblem('not_found', `Nothing at ${request.method} ${pathOf(request)}.`));
  });
}

/** Answers with a problem body and, when it is known, `Retry-After`. */
export function sendProblem(reply: FastifyReply, problem: HttpProblem): FastifyReply {
  const { retryAfter } = problem.details;
  if (retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(retryAfter)));
  return reply.code(problem.statusCode).header('cache-control', 'no-store').send(problem.toBody());
}

function asProblem(error: FastifyError): HttpProblem {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new HttpProblem('too_large', 'The body is larger than this address takes.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return new HttpProblem('bad_request', 'The body must be JSON.', {
        path: 'Content-Type',
        expected: 'application/json',
        got: 'another type',
      });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new HttpProblem('bad_request', 'The body is empty.', {
        path: '',
        expected: 'a JSON object',
        got: 'nothing',
      });
    default:
      return (error.statusCode ?? 500) < 500
        ? new HttpProblem('bad_request', error.message)
        : new HttpProblem('internal');
  }
}

function wantsPage({ method, headers, url }: FastifyRequest): boolean {
  return (
    (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
  );
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url;
