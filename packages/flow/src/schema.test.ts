import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FlowDefinitionSchema } from './schema.js';
import { defaultSettings } from './settings.js';

test('the schema is plain JSON Schema that an editor can read', () => {
  const schema = JSON.parse(JSON.stringify(FlowDefinitionSchema));
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  const shipped = JSON.parse(readFileSync(new URL('../flows/builtin.json', import.meta.url), 'utf8'));
  expect(shipped.$schema).toBe(schema.$id);
});

test('the defaults its descriptions name are the defaults', () => {
  const { settings } = FlowDefinitionSchema.properties;
  const text = JSON.stringify(settings);
  const { bands, timeouts, ...rest } = defaultSettings;
  for (const value of [...Object.values(rest), ...Object.values(bands), ...Object.values(timeouts)]) {
    expect(text).toContain(`Default ${value}.`);
  }
});
