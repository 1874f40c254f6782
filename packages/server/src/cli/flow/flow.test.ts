import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { CliIo } from '../cliIo.js';
import { runCli } from '../runCli.js';

const folder = () => mkdtempSync(join(tmpdir(), 'handrail-flow-'));
const ORDERS = createRequire(import.meta.url).resolve('../../../../flow/flows/orders.json');

async function run(...args: string[]) {
  return typed([], ...args);
}

/** Runs `handrail flow` with these lines at its input. */
async function typed(lines: readonly string[], ...args: string[]) {
  const said = { out: '', error: '' };
  const code = await runCli(['flow', ...args], {
    env: {},
    lines: async function* () {
      yield* lines;
    },
    out: (text: string) => {
      said.out += text;
    },
    error: (text: string) => {
      said.error += text;
    },
  } as unknown as CliIo);
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
  [[], 'flow: expected check, migrate, schema, draw, run or replay, got none'],
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

const SHOP = fileURLToPath(new URL('../../../../../examples/shop/', import.meta.url));
const FLOW = `${SHOP}flows/shop.json`;
const HELP = `${SHOP}help`;

test('draws a flow to a file, or to the output', async () => {
  const out = join(folder(), 'flow.svg');
  expect(await run('draw', ORDERS, '--out', out)).toEqual({ code: 0, out: `${out}: 10 steps\n`, error: '' });
  expect(readFileSync(out, 'utf8')).toMatch(/^<svg [\s\S]*Which order\?[\s\S]*<\/svg>\n$/);
  expect((await run('draw', ORDERS, '--locale', 'zh-Hans')).out).toContain('订单号是多少');
});

test('plays a flow: buttons by number, actions asked for, answers from the articles, turns taken back, a trace', async () => {
  const trace = join(folder(), 'trace.json');
  const { code, out } = await typed(
    [
      '1',
      'NB-204815',
      'lea@example.com',
      'order=NB-204815, status=shipped, due=Tuesday',
      '/back',
      'tom@example.com',
      '',
      'how long is the frame warranty',
      '/yes',
      '/state',
      `/save ${trace}`,
      '/person',
    ],
    'run',
    FLOW,
    '--knowledge',
    HELP,
  );
  expect(code).toBe(0);
  expect(out).toContain('  1  Where is my order?\n  2  A return label\n  3  Something else\n');
  expect(out).toContain('[action order-status {"order":"NB-204815","email":"lea@example.com"}]\n');
  expect(out).toContain('Expected: Tuesday');
  expect(out).toContain('[back]\n[action order-status {"order":"NB-204815","email":"tom@example.com"}]\n');
  expect(out).toContain('I find no order');
  expect(out).toMatch(/\[answer\] Frame warranty \(5 years\) \(warranty-frame[^,]*, 0\.\d\d\)\n/);
  expect(out).toContain('[resolved: confirmed]');
  expect(out).toContain('"email": "tom@example.com"');
  expect(out).toContain('[to a person: request]');
  const { turns, locale } = JSON.parse(readFileSync(trace, 'utf8'));
  expect(locale).toBe('en');
  expect(turns[0]).toEqual({
    input: { type: 'start' },
    effects: [{ type: 'say', key: 'bot.automated' }, { type: 'say', key: 'topic' }, expect.anything()],
  });
}, 30_000);

test('a form is asked field by field; a failing action is said so', async () => {
  const lines = ['1', 'AB-1234', 'late', 'me@example.com', '2026-12-24'];
  const { out } = await typed(lines, 'run', ORDERS);
  expect(out).toContain('Thank you. We will write to me@example.com.');
  expect((await typed(['1', 'AB-1234'], 'run', ORDERS, '--actions', 'fail')).out).toContain('[offers a person: error');
});

test('in a form the input may end, commands are commands, and a choice goes by its number', async () => {
  const inForm = ['1', 'AB-1234', 'late', 'me@example.com'];
  expect((await typed(inForm, 'run', ORDERS)).code).toBe(0);
  expect((await typed([...inForm, '/person'], 'run', ORDERS)).out).toContain('[to a person: request]');
  const file = join(folder(), 'form.json');
  const choices = [
    { value: 'new', label: 'part' },
    { value: 'money', label: 'money' },
  ];
  const steps = {
    wish: {
      type: 'form',
      text: 'ask',
      fields: [{ variable: 'wish', label: 'ask', input: 'choices', choices }],
      next: 'said',
    },
    said: { type: 'say', text: 'said', next: 'end' },
    end: { type: 'end' },
  };
  const texts = { ask: { en: 'Wish' }, part: { en: 'A new part' }, money: { en: 'Money' }, said: { en: 'So: {wish}' } };
  const definition = { ...OLD, format: 2, start: 'wish', variables: { wish: { type: 'string' } }, steps, texts };
  writeFileSync(file, JSON.stringify({ ...definition, $schema: undefined }));
  expect((await typed(['2'], 'run', file)).out).toContain('So: money\n');
}, 30_000);

test('replays past questions, and shows what another version changes', async () => {
  const questions = join(folder(), 'questions.txt');
  writeFileSync(
    questions,
    '# asked last week\nI need a return label\nhow long is the frame warranty\n\n{"text":"人工客服","locale":"zh-Hans"}\nxyzzy\n',
  );
  const without = join(folder(), 'without.json');
  const { returnLabel: _, ...intents } = JSON.parse(readFileSync(FLOW, 'utf8')).intents;
  writeFileSync(without, JSON.stringify({ ...JSON.parse(readFileSync(FLOW, 'utf8')), version: 2, intents }));
  const alone = await run('replay', questions, '--new', FLOW, '--knowledge', HELP);
  expect(alone.out).toContain('I need a return label\n  asked: order\n');
  expect(alone.out).toContain('how long is the frame warranty\n  answered: warranty-frame');
  expect(alone.out).toContain('人工客服\n  to a person: request\n');
  const compared = await run(
    'replay',
    questions,
    '--old',
    FLOW,
    '--new',
    without,
    '--knowledge',
    HELP,
    '--json',
    '--fail-on-change',
  );
  expect(compared.code).toBe(1);
  const { changes, same } = JSON.parse(compared.out);
  expect(same).toBe(3);
  expect(changes).toEqual([
    { question: 'I need a return label', before: { kind: 'asked', what: 'order' }, now: expect.anything() },
  ]);
  expect((await run('replay', questions, '--old', FLOW, '--new', FLOW, '--fail-on-change')).code).toBe(0);
}, 60_000);

test.each([
  [['draw'], 'flow draw: expected a file, got none'],
  [['run', 'a', 'b'], 'flow run: expected no more, got "b"'],
  [['run', 'a', '--actions', 'live'], 'flow run: --actions: expected ask or fail, got "live"'],
  [['replay', 'a'], 'flow replay: expected --new FILE, got none'],
  [['darw', 'a'], 'flow: expected check, migrate, schema, draw, run or replay, got "darw"'],
])('%j is wrong use', async (args, message) => {
  const { code, error } = await run(...args);
  expect([code, error.split('\n')[0]]).toEqual([2, `handrail: ${message}`]);
});

test('a line of questions that is broken, and a flow with mistakes, are named', async () => {
  const questions = join(folder(), 'questions.txt');
  writeFileSync(questions, 'fine\n{"text": 7}\n');
  expect(await run('replay', questions, '--new', FLOW)).toMatchObject({
    code: 1,
    error: expect.stringContaining(`${questions}:2: expected a text, or { "text", "locale" } as JSON, got {"text": 7}`),
  });
  const file = join(folder(), 'own.json');
  writeFileSync(file, JSON.stringify({ ...OLD, start: 'frok' }));
  expect((await run('draw', file)).error).toContain(`${file}: /start: expected the id of a step, got "frok"`);
});
