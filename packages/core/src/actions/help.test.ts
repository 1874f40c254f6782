import { expect, test, vi } from 'vitest';
import { type Fault, shelf } from '../../test/shelf.js';

vi.setConfig({ testTimeout: 20_000 });

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 5 });
const ids = (articles: readonly { readonly id: string }[]) => articles.map(({ id }) => id);

test('an older, slower answer never replaces a newer one', async () => {
  const { open, holds, held, shardOf } = await shelf();
  const { client, told } = open({ searchSettle: 0 });
  await client.search('lamp');
  holds.add(shardOf('thirty'));
  const older = client.search('thirty');
  await until(() => expect(held).toHaveLength(1));
  expect(client.$search.get()).toMatchObject({ query: 'thirty', state: 'searching', result: { query: 'lamp' } });
  await client.search('battery');
  held[0]?.();
  expect(ids((await older).hits)).toEqual(['returns']);
  expect(client.$search.get()).toMatchObject({ query: 'battery', state: 'done', result: { query: 'battery' } });
  expect(told('search')).toMatchObject([{ query: 'lamp' }, { query: 'battery' }]);
});

test('a cleared search stays clear, whatever comes in', async () => {
  const { open, holds, held, shardOf } = await shelf();
  const { client, heard } = open();
  holds.add(shardOf('thirty'));
  const search = client.search('thirty');
  await until(() => expect(held).toHaveLength(1));
  client.clearSearch();
  held[0]?.();
  await search;
  expect(client.$search.get()).toEqual({ query: '', state: 'idle', result: null });
  expect(heard).toEqual([]);
});

test('events tell of settled queries; opening a result settles', async () => {
  const { open, clock } = await shelf();
  const { client, heard } = open();
  await client.search('zzz');
  await client.search('zzzz');
  await client.search('bat');
  await clock.advance(100);
  await client.search('battery');
  expect(heard).toEqual([]);
  await client.openArticle('battery');
  expect(heard).toEqual([
    ['search', { query: 'battery', results: 1, corrected: null }],
    ['article:view', { id: 'battery', section: null }],
  ]);
  await client.search('xylophone');
  await clock.advance(2_000);
  expect(heard.at(-1)).toEqual(['search:empty', { query: 'xylophone' }]);
});

test.each<[Fault, RegExp]>([
  ['missing', /terms\/\d+\.\w+\.bin answered 404/],
  ['garbled', /terms\/\d+\.\w+\.bin: /],
  ['cut off', /terms\/\d+\.\w+\.bin could not be fetched/],
  ['hanging', /terms\/\d+\.\w+\.bin did not arrive within 2000 ms/],
])('a %s shard: the others answer, the result says so, one event tells of it', async (fault, reason) => {
  const { open, faults, shardOf, clock, requests, aborted } = await shelf();
  const { client, told } = open({ knowledgeTimeout: 2_000 });
  const lost = shardOf('thirty');
  expect(lost).not.toBe(shardOf('battery'));
  faults.set(lost, fault);
  const search = client.search('thirty battery');
  await until(() => expect(requests).toContain(lost));
  if (fault === 'hanging') await clock.advance(2_000);
  const { hits, missing } = await search;
  expect(ids(hits)).toEqual(['battery']);
  expect(missing).toEqual([expect.stringMatching(reason)]);
  expect(client.$search.get()).toMatchObject({ state: 'done', result: { missing } });
  expect(told('error')).toMatchObject([{ code: 'knowledge_failed', error: { retryable: true }, message: missing[0] }]);
  expect(aborted).toEqual(fault === 'hanging' ? [lost] : []);
  faults.clear();
  await clock.advance(2_000);
  expect((await client.search('thirty battery')).missing).toEqual([]);
  expect(told('error')).toHaveLength(1);
});

test.each<Fault>(['missing', 'garbled', 'hanging'])(
  'nothing but a %s shard: the search fails, and works later',
  async fault => {
    const { open, faults, shardOf, clock, requests } = await shelf();
    const { client, told } = open();
    const lost = shardOf('thirty');
    faults.set(lost, fault);
    const search = expect(client.search('thirty')).rejects.toMatchObject({ code: 'knowledge_failed', retryable: true });
    await until(() => expect(requests).toContain(lost));
    if (fault === 'hanging') await clock.advance(6_000);
    await search;
    expect(client.$search.get()).toMatchObject({ state: 'failed', result: null });
    expect(told('error')).toMatchObject([{ code: 'knowledge_failed' }]);
    faults.clear();
    await clock.advance(2_000);
    await client.search('thirty');
    expect(client.$search.get()).toMatchObject({ state: 'done' });
  },
);

test('no timer is left when a file has come', async () => {
  const { open, clock } = await shelf();
  await open({ searchSettle: 0 }).client.search('battery');
  expect(clock.pending()).toBe(0);
});

test('a contents file that hangs fails as one, and is asked for again', async () => {
  const { open, faults, clock, requests } = await shelf();
  const { client } = open();
  faults.set('knowledge.json', 'hanging');
  const popular = expect(client.popular()).rejects.toMatchObject({ code: 'knowledge_failed' });
  await until(() => expect(requests).toContain('knowledge.json'));
  await clock.advance(6_000);
  await popular;
  faults.clear();
  expect(await client.popular()).toHaveLength(3);
});

test('an article opens under an id it had before, and is the one it is', async () => {
  const { open } = await shelf();
  const { client, told } = open();
  const article = await client.openArticle('send-back');
  expect(article.id).toBe('returns');
  expect(client.$article.get()).toMatchObject({ id: 'returns', state: 'ready' });
  expect(told('article:view')).toEqual([{ id: 'returns', section: null }]);
  client.rateArticle('returns', 'yes');
  expect(client.$article.get()).toMatchObject({ vote: 'yes' });
  await expect(client.openArticle('nowhere')).rejects.toMatchObject({ code: 'not_found' });
});

test('popular: what the site names, in its order; else the first of the help centre', async () => {
  const { open } = await shelf();
  expect(ids(await open().client.popular())).toEqual(['returns', 'battery', 'wifi']);
  const named = open({ popular: ['wifi', 'gone', 'send-back', 'returns', 'battery'] }).client;
  expect(ids(await named.popular(2))).toEqual(['wifi', 'returns']);
  expect(ids(await named.popular(9))).toEqual(['wifi', 'returns', 'battery']);
  expect(await open({ popular: [] }).client.popular()).toEqual([]);
});

test('recent: what was read in this page, newest first, without storing or asking for anything', async () => {
  const { open, requests, storage } = await shelf();
  const { client } = open();
  expect(await client.recent()).toEqual([]);
  expect(requests).toEqual([]);
  for (const id of ['wifi', 'battery', 'send-back', 'wifi', 'password']) await client.openArticle(id);
  expect(ids(await client.recent())).toEqual(['password', 'wifi', 'returns']);
  expect(ids(await client.recent(9))).toEqual(['password', 'wifi', 'returns', 'battery']);
  expect(storage.get('handrail:static:state')).toBeNull();
  await client.logout();
  expect(await client.recent()).toEqual([]);
});

test('recent: once there was a message, the next page knows it too', async () => {
  const { open } = await shelf();
  const first = open().client;
  await first.openArticle('battery');
  await first.sendMessage('battery');
  await until(() => expect(first.$messages.get().length).toBeGreaterThan(1));
  first.destroy();
  const next = open().client;
  expect(ids(await next.recent())).toEqual(['battery']);
  next.destroy();
});
