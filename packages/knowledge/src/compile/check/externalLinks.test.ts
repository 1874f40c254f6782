import { expect, test } from 'vitest';
import type { CheckedArticle } from './checkedArticle.js';
import { externalLinks } from './externalLinks.js';

const article = (...addresses: string[]): CheckedArticle => ({
  id: 'a',
  locale: 'en',
  title: 'A',
  questions: [],
  tree: [{ t: 'p', c: addresses.map(href => ({ t: 'link', href, c: ['x'] })) }],
  where: 'a.md',
  lineOf: text => addresses.findIndex(each => each.startsWith(text)) + 1 || undefined,
});

/** A web of a few pages; answers with a status, or where a page moved to. */
function web(pages: Readonly<Record<string, number | string | ((method: string) => number)>>) {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    asked.push(`${init.method} ${String(input)}`);
    const page = pages[String(input)];
    if (page === undefined) throw new TypeError('fetch failed', { cause: new Error('no such host') });
    if (typeof page === 'string') return new Response(null, { status: 301, headers: { location: page } });
    const status = typeof page === 'number' ? page : page(init.method ?? 'GET');
    return new Response(init.method === 'HEAD' ? null : 'page', { status });
  };
  return { fetch: fetch as typeof globalThis.fetch, asked };
}

test('dead, moved, silent and unknown addresses', async () => {
  const { fetch } = web({
    'https://a.example/ok': 200,
    'https://a.example/gone': 404,
    'https://a.example/old': 'https://b.example/new',
    'https://b.example/new': 200,
    'https://c.example/private': 403,
    'https://c.example/broken': 500,
    'https://d.example/get-only': method => (method === 'HEAD' ? 404 : 200),
  });
  const addresses = ['ok', 'gone#x', 'old'].map(path => `https://a.example/${path}`);
  const given = article(
    ...addresses,
    'https://c.example/private',
    'https://c.example/broken',
    'https://d.example/get-only',
    'https://no.example/',
  );
  const found = await externalLinks([given], { fetch });
  expect(found.map(({ line, severity, message }) => `${line} ${severity}: ${message}`).sort()).toEqual([
    '2 error: dead link: expected a page at https://a.example/gone, got status 404',
    '3 warning: link moved: https://a.example/old is now https://b.example/new',
    '5 warning: link cannot be reached: expected a page at https://c.example/broken, got status 500',
    '7 warning: link cannot be reached: expected an answer from https://no.example/, got no such host',
  ]);
});

test('each address is asked once, with HEAD first; this machine and its network never', async () => {
  const { fetch, asked } = web({ 'https://a.example/x': 200 });
  const given = article(
    'https://a.example/x#1',
    'https://a.example/x#2',
    'http://localhost:1/',
    'http://10.0.0.1/',
    'mailto:a@b.example',
  );
  expect(await externalLinks([given, given], { fetch })).toEqual([]);
  expect(asked).toEqual(['HEAD https://a.example/x']);
});

test('a redirect into this machine is not followed', async () => {
  const { fetch, asked } = web({ 'https://a.example/x': 'http://127.0.0.1/secret' });
  const [found] = await externalLinks([article('https://a.example/x')], { fetch });
  expect(found?.message).toContain('http://127.0.0.1 is not among the addresses that may be asked');
  expect(asked.filter(each => each.includes('127.0.0.1'))).toEqual([]);
});

test('more addresses than allowed are counted', async () => {
  const { fetch } = web({ 'https://a.example/1': 200 });
  const found = await externalLinks([article('https://a.example/1', 'https://a.example/2')], { fetch, most: 1 });
  expect(found.map(({ message }) => message)).toEqual(['addresses not asked: expected 1 at most, got 1 more']);
});
