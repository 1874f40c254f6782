import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Environment, loadConfig } from './config.js';
import { DEFAULT_SERVER_LIMITS } from './gateway/serverLimits.js';

const site = { id: 'demo', widget: { name: 'Demo' }, origins: [] };

async function write(content: unknown): Promise<{ folder: string; file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-config-'));
  const file = join(folder, 'handrail.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return { folder, file };
}

async function messageOf(content: unknown, env: Environment = {}, overrides = {}): Promise<string> {
  const { file, folder } = await write(content);
  const error = await loadConfig(file, env, overrides).then(
    () => new Error('expected a refusal'),
    (thrown: Error) => thrown,
  );
  return error.message.replaceAll(`${folder}/`, '');
}

test('fills in defaults and makes paths absolute, relative to the file', async () => {
  const { file, folder } = await write({
    sites: [{ ...site, knowledge: './help' }],
    agents: [{ id: 'mina', name: 'Mina Holm' }],
    limits: { helloMs: 1000 },
    pages: 'site',
  });
  await mkdir(join(folder, 'help'));
  await mkdir(join(folder, 'site'));
  expect(await loadConfig(file)).toMatchObject({
    file,
    port: 4400,
    host: 'localhost',
    data: join(folder, '.data'),
    pages: join(folder, 'site'),
    docs: null,
    publicUrl: null,
    trustProxy: false,
    open: null,
    limits: { ...DEFAULT_SERVER_LIMITS, helloMs: 1000 },
    sites: [{ knowledge: join(folder, 'help') }],
    agents: [{ id: 'mina', name: 'Mina Holm', role: 'agent', site: 'demo' }],
  });
});

test('the command line wins over the environment, and that over the file', async () => {
  const { file } = await write({ port: 1, data: 'a', sites: [site] });
  const env = { PORT: '2', HANDRAIL_DATA: '/b', HANDRAIL_OPEN: '0' };
  expect(await loadConfig(file, env)).toMatchObject({ port: 2, data: '/b', open: false });
  expect(await loadConfig(file, env, { port: '3', data: '/c' })).toMatchObject({ port: 3, data: '/c' });
  expect(await loadConfig(file, { PORT: '', HANDRAIL_OPEN: '1' })).toMatchObject({ port: 1, open: true });
});

test('a byte order mark is no error', async () => {
  const { file } = await write(`\uFEFF${JSON.stringify({ sites: [site] })}`);
  expect((await loadConfig(file)).port).toBe(4400);
});

test.each([
  [
    'no JSON',
    '{\n  "port": 4400,\n  sites: []\n}',
    'handrail.json:3:3: no JSON: expected a name in double quotes, got "sites: []"',
  ],
  ['an empty file', '', 'handrail.json:1:1: no JSON: expected a value, got the end of the file'],
  ['no sites', {}, 'handrail.json: one setting cannot be used\n  /sites: expected a value, got nothing'],
  ['an unknown field', { sites: [site], prot: 1 }, '/prot: expected no such field, got 1'],
  [
    'an identity without keys',
    { sites: [{ ...site, identity: { issuer: 'x', keys: [] } }] },
    '/sites/0/identity/keys: expected ',
  ],
  [
    'an algorithm nobody pins',
    { sites: [{ ...site, identity: { issuer: 'x', keys: [{ kid: 'a', alg: 'none' }] } }] },
    '/sites/0/identity/keys/0/alg: expected one of EdDSA, HS256, got "none"',
  ],
  [
    'a short secret, which is not shown',
    { sites: [{ ...site, identity: { issuer: 'x', keys: [{ kid: 'a', alg: 'HS256', secret: 'hush' }] } }] },
    'handrail.json: one setting cannot be used\n  /sites/0/identity/keys/0/secret: expected a secret of 32 bytes or more, got 4 bytes',
  ],
  [
    'a kid used twice',
    {
      sites: [
        { ...site, identity: { issuer: 'x', keys: Array(2).fill({ kid: 'a', alg: 'HS256', secret: 'x'.repeat(32) }) } },
      ],
    },
    '/sites/0/identity/keys/1/kid: expected a kid used once, got "a"',
  ],
  ['a port of text', { sites: [site], port: '80' }, '/port: expected integer, got "80"'],
  [
    'an origin with a path',
    { sites: [{ ...site, origins: ['https://a.example/x'] }] },
    '/sites/0/origins/0: expected text like',
  ],
  ['an unknown limit', { sites: [site], limits: { nothing: 1 } }, '/limits/nothing: expected no such field, got 1'],
  [
    'a public address with a path',
    { sites: [site], publicUrl: 'https://a.example/x' },
    '/publicUrl: expected text like',
  ],
  ['a site twice', { sites: [site, site] }, '/sites/1/id: expected an id used once, got "demo"'],
  [
    'an agent twice',
    {
      sites: [site],
      agents: [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
    },
    '/agents/1/id: expected an id used once',
  ],
  [
    'an agent elsewhere',
    { sites: [site], agents: [{ id: 'a', name: 'A', site: 'x' }] },
    '/agents/0/site: expected one of demo, got "x"',
  ],
  [
    'an agent in no team of theirs',
    {
      sites: [{ ...site, teams: [{ id: 'returns', name: 'Returns' }] }],
      agents: [{ id: 'a', name: 'A', teams: ['workshop'] }],
    },
    '/agents/0/teams/0: expected one of returns, got "workshop"',
  ],
  [
    'a team twice',
    {
      sites: [
        {
          ...site,
          teams: [
            { id: 'a', name: 'A' },
            { id: 'a', name: 'B' },
          ],
        },
      ],
    },
    '/sites/0/teams/1/id: expected an id used once, got "a"',
  ],
  [
    'no such zone',
    { sites: [{ ...site, hours: { zone: 'Mars/Base' } }] },
    '/sites/0/hours/zone: expected an IANA zone',
  ],
  ['no such folder', { sites: [site], docs: 'docs' }, '/docs: expected a folder that exists, got docs'],
  [
    'no such articles',
    { sites: [{ ...site, knowledge: 'help' }] },
    '/sites/0/knowledge: expected a folder that exists, got help',
  ],
  [
    'no such flow',
    { sites: [{ ...site, flow: 'flow.json' }] },
    '/sites/0/flow: expected a file that can be read, got flow.json',
  ],
])('refuses %s', async (_name, content, expected) => {
  expect(await messageOf(content)).toContain(expected);
});

test('several problems stand on a line each', async () => {
  const message = await messageOf({ sites: [{ ...site, id: 'No Spaces' }], port: -1 });
  expect(message.split('\n')).toHaveLength(3);
  expect(message).toMatch(/^handrail\.json: 2 settings cannot be used\n/);
});

test('refuses a port that is none, and says where it was given', async () => {
  expect(await messageOf({ sites: [site] }, { PORT: '99999' })).toContain(
    'PORT: expected a number from 0 to 65535, got "99999"',
  );
  expect(await messageOf({ sites: [site] }, {}, { port: 'x' })).toContain(
    '--port: expected a number from 0 to 65535, got "x"',
  );
});

test('says when there is no file', async () => {
  await expect(loadConfig('/nowhere/handrail.json')).rejects.toThrow('/nowhere/handrail.json: there is no such file');
});

test('checks flow files: their syntax by line, their content by path', async () => {
  const { file, folder } = await write({ sites: [{ ...site, flow: 'flow.json' }] });
  await writeFile(join(folder, 'flow.json'), '{ "version": 1,, }');
  await expect(loadConfig(file)).rejects.toThrow('flow.json:1:16): expected a name in double quotes');
  await writeFile(join(folder, 'flow.json'), '{ "nonsense": true }');
  await expect(loadConfig(file)).rejects.toThrow(/\/sites\/0\/flow \(.*flow\.json\) .*: expected .+, got .+/);
  const flow = { format: 2, version: 1, locales: ['en'], start: 'a', texts: {} };
  await writeFile(join(folder, 'flow.json'), JSON.stringify({ ...flow, steps: { a: { type: 'handoff', team: 'x' } } }));
  await expect(loadConfig(file)).rejects.toThrow('/steps/a/team: expected a team in "teams" of the site, got "x"');
});

test('actions: places, patterns, secrets and identity are checked before the start; secrets come from the environment', async () => {
  const action = {
    url: 'https://api.example/orders/{order}',
    input: { order: {} },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how a variable is named
    headers: { authorization: 'Bearer ${SHOP_TOKEN}' },
  };
  const withActions = (actions: unknown) => ({ sites: [{ ...site, actions }] });
  const { file } = await write(withActions({ status: action }));
  expect((await loadConfig(file, { SHOP_TOKEN: 's3cret' })).sites[0]?.actions?.status?.headers).toEqual({
    authorization: 'Bearer s3cret',
  });
  expect(await messageOf(withActions({ status: action }))).toContain(
    '/sites/0/actions/status/headers/authorization: expected the variable SHOP_TOKEN in the environment, got nothing',
  );
  const wrong = {
    url: 'https://api.example/{order}/{customer.id}',
    verified: true,
    input: { other: { pattern: '(' } },
  };
  const message = await messageOf(withActions({ status: wrong }));
  expect(message).toContain(
    '/sites/0/actions/status/url: expected places that are inputs: other, customer.…, got {order}',
  );
  expect(message).toContain('/sites/0/actions/status/input/other/pattern: expected a regular expression, got "("');
  const optional = { ...action, headers: {}, input: { order: { required: false } } };
  expect(await messageOf(withActions({ status: optional }))).toContain(
    '/sites/0/actions/status/input/order/required: expected true, as the address has a place for it, got false',
  );
  for (const host of ['localhost:4000', '127.0.0.1', '[::1]', '10.0.0.7']) {
    const inside = { url: `http://${host}/orders/{order}`, input: { order: {} } };
    const given = `/sites/0/actions/status/private: expected true, for an address in a private network, got ${host.replace(/:4000$/, '')}`;
    expect(await messageOf(withActions({ status: inside }))).toContain(given);
    const { file: allowed } = await write(withActions({ status: { ...inside, private: true } }));
    await expect(loadConfig(allowed, {})).resolves.toBeTruthy();
  }
  expect(message).toContain('/sites/0/actions/status/verified: expected a site with "identity", got true');
  expect(await messageOf(withActions({ 'a b': action }))).toContain('/sites/0/actions');
  expect(await messageOf(withActions({ status: { ...action, url: 'ftp://x/' } }))).toContain(
    '/sites/0/actions/status/url',
  );
  expect(await messageOf(withActions({ status: { ...action, metod: 'GET' } }))).toContain('metod');
});
