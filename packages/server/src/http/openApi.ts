import { ProblemBodySchema } from '@handrail/protocol/schema';
import type { TSchema } from 'typebox';
import { API, type ApiRoute } from './apiTable.js';

/** The API as an OpenAPI 3.1 document, made from the schemas that check requests. */
export function openApi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries<ApiRoute>(API)) {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return { openapi: '3.1.0', info: { title: 'Handrail', version: '1' }, paths };
}

function operation(name: string, { summary, params, querystring, body, status, answerType, answer }: ApiRoute) {
  return {
    operationId: name,
    summary,
    parameters: [...parameters('path', params), ...parameters('query', querystring)],
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(body) } }),
    responses: {
      [status]: {
        description: 'Done.',
        ...(answer === undefined ? {} : { content: { [answerType ?? 'application/json']: { schema: answer } } }),
      },
      default: { description: 'A refusal; `code` says which.', content: json(ProblemBodySchema) },
    },
  };
}

function parameters(where: 'path' | 'query', schema: TSchema | undefined) {
  const { properties = {} } = (schema ?? {}) as { properties?: Record<string, TSchema> };
  return Object.entries(properties).map(([name, field]) => ({ name, in: where, required: true, schema: field }));
}

const json = (schema: TSchema) => ({ 'application/json': { schema } });
