import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { asyncApi } from './asyncApi.js';

const require = createRequire(import.meta.url);
const specs = require('@asyncapi/specs') as { schemas: Record<string, object> };

test('is an AsyncAPI document, by the published schema', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  (addFormats as unknown as (to: Ajv) => void)(ajv);
  const { definitions, ...schema } = specs.schemas['3.0.0'] as { definitions: Record<string, object> };
  // The validator brings the meta-schema itself.
  const { 'http://json-schema.org/draft-07/schema': _, ...own } = definitions;
  const check = ajv.compile({ ...schema, definitions: own });
  const document = JSON.parse(JSON.stringify(asyncApi()));
  expect(check(document) ? [] : check.errors).toEqual([]);
  expect(check({ ...document, channels: { socket: { address: 7 } } })).toBe(false);
});

test('names every frame, once, with a sentence', () => {
  const { components, channels } = asyncApi();
  const names = Object.keys(components.messages);
  expect(names).toContain('client.hello');
  expect(names).toContain('server.welcome');
  expect(Object.keys(channels.socket.messages)).toEqual(names);
  for (const message of Object.values(components.messages)) {
    expect((message as { summary: string }).summary).toMatch(/\.$/);
  }
});
