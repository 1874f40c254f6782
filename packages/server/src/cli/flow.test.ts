import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { runCli } from './runCli.js';

const folder = () => mkdtempSync(join(tmpdir(), 'handrail-flow-'));
const ORDERS = createRequire(import.meta.url).resolve('../../../flow/flows/orders.json');

async function run(...args: string[]) {
  const said = { out: '', error: '' };
  const code = await runCli(['flow', ...args], {
    env: {},
    out: text => {
      said.out += text;
    },
    error: text => {
      said.error += text;
    },
  } as Parameters<typeof runCli>[1]);
  return { code, ...said };
}

const OLD = {
  $schema: 'https://handrail.dev/schema/flow-1.json',
  version: 1,
  locales: ['en'],
  start: 'fork',
  variables: { kind: { type: 'string' } },
  steps: {
    fork: { type: 'branch', cases: [{ variable: 'kind', is: 'a', next: 'end' }], otherwise: 'end' },
    end: { type: 'end' },
  },
  texts: {},
};

test('checks several files and names each', async () => {
  const file = join(folder(), 'own.json');
  writeFileSync(file, JSON.stringify({ ...OLD, start: 'frok' }));
  const { code, out, error } = await run('check', ORDERS, file);
  expect(code).toBe(1);
  expect(out).toBe(`${ORDERS}: 10 steps, en zh-Hans, no problems\n`);
  expect(error.split('\n')[0]).toBe(`${file}: /start: expected the id of a step, got "frok". Did you mean "fork"?`);
});

test('migrates an older file in place, once; one with mistakes is left as it is', async () => {
  const file = join(folder(), 'own.json');
  writeFileSync(file, JSON.stringify(OLD));
  expect((await run('check', file)).out).toContain('of an older format');
  expect(await run('migrate', file)).toEqual({
    code: 0,
    out: `${file}: format: 1 to 2\n${file}: steps/fork: each case has its condition under \`when\`\n`,
    error: '',
  });
  const written = readFileSync(file, 'utf8');
  expect(JSON.parse(written)).toMatchObject({
    $schema: 'https://handrail.dev/schema/flow-2.json',
    format: 2,
    steps: { fork: { cases: [{ when: { variable: 'kind', is: 'a' }, next: 'end' }] } },
  });
  expect(await run('migrate', file)).toEqual({ code: 0, out: `${file}: is of today's format\n`, error: '' });
  const wrong = JSON.stringify({ ...OLD, home: 'gone' });
  writeFileSync(file, wrong);
  expect((await run('migrate', file)).code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(wrong);
});

test('prints a JSON Schema that other validators read, and that takes what ours takes', async () => {
  const { code, out } = await run('schema');
  expect(code).toBe(0);
  const check = new Ajv({ strict: false, discriminator: false }).compile(JSON.parse(out));
  const orders = JSON.parse(readFileSync(ORDERS, 'utf8'));
  expect([check(orders), check.errors]).toEqual([true, null]);
  expect(
    check({ ...orders, steps: { ...orders.steps, known: { type: 'branch', cases: [{ when: { not: 3 } }] } } }),
  ).toBe(false);
});

test.each([
  [[], 'flow: expected check, migrate or schema, got none'],
  [['draw'], 'flow: expected check, migrate or schema, got "draw"'],
  [['check'], 'flow check: expected a file, got none'],
  [['schema', 'x'], 'flow schema: expected no more, got "x"'],
])('wrong use: %j', async (args, message) => {
  const { code, error } = await run(...args);
  expect(code).toBe(2);
  expect(error).toContain(`handrail: ${message}\n`);
});

test('a file that is not there, or not JSON, is told in one line', async () => {
  const file = join(folder(), 'own.json');
  expect((await run('check', file)).error).toMatch(/^handrail: .*own\.json/);
  writeFileSync(file, '{"a" 1}');
  expect(await run('check', file)).toMatchObject({
    code: 1,
    error: expect.stringContaining(`${file}:1:6: expected a colon`),
  });
});
