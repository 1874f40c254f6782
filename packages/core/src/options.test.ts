import { expect, test } from 'vitest';
import { type HandrailOptions, pickLocale, resolveOptions } from './options.js';

test('fills in the defaults', () => {
  expect(resolveOptions({ server: 'https://help.example/', site: 'shop' }, ['fr'])).toEqual({
    server: 'https://help.example',
    site: 'shop',
    knowledge: 'https://help.example/k/shop/',
    knowledgeTimeout: 6_000,
    storyEvents: 20,
    consent: { storage: true, analytics: true, ai: true },
    connectTimeout: 4_000,
    historyPage: 50,
    searchSettle: 400,
    popular: null,
    flow: null,
    locales: ['en'],
    locale: 'en',
    contact: null,
  });
  expect(resolveOptions({ knowledge: '/help', locales: ['de', 'fr'] }, ['fr-CA'])).toMatchObject({
    server: null,
    site: 'static',
    knowledge: '/help/',
    locale: 'fr',
  });
  expect(resolveOptions({ knowledge: '/help/', locales: ['de', 'fr'], locale: 'de' }, ['fr']).locale).toBe('de');
});

test.each<[string, HandrailOptions, string]>([
  ['nothing', {}, 'expected `server` and `site`, or `knowledge`; got neither'],
  ['no site', { server: 'https://help.example' }, '`site` should be the id of a site, got undefined'],
  ['an empty site', { server: 'https://help.example', site: '' }, '`site` should be the id of a site, got ""'],
  [
    'a host alone',
    { server: 'help.example', site: 'a' },
    '`server` should be an origin like https://help.example.com, got "help.example"',
  ],
  ['no page', { knowledge: '/k/', historyPage: 0 }, '`historyPage` should be a whole number from 1 to 1000, got 0'],
  [
    'no time to connect',
    { knowledge: '/k/', connectTimeout: 0 },
    '`connectTimeout` should be milliseconds, 1 or more, got 0',
  ],
  ['no time', { knowledge: '/k/', knowledgeTimeout: 0 }, '`knowledgeTimeout` should be milliseconds, 1 or more, got 0'],
  ['a time of no length', { knowledge: '/k/', searchSettle: -1 }, '`searchSettle` should be milliseconds, 0 or more'],
  ['a socket', { server: 'wss://help.example', site: 'a' }, 'got "wss://help.example"'],
])('names option, expected and got: %s', (_, options, message) => {
  expect(() => resolveOptions(options, [])).toThrow(TypeError);
  expect(() => resolveOptions(options, [])).toThrow(message);
});

const chinese = ['en', 'zh-Hans', 'zh-Hant'];

test.each([
  [['zh'], chinese, 'zh-Hans'],
  [['zh-CN'], chinese, 'zh-Hans'],
  [['zh-SG'], chinese, 'zh-Hans'],
  [['zh-TW'], chinese, 'zh-Hant'],
  [['zh-HK'], chinese, 'zh-Hant'],
  [['zh-mo'], chinese, 'zh-Hant'],
  [['zh-Hant-HK'], chinese, 'zh-Hant'],
  [['zh-Hans-TW'], chinese, 'zh-Hans'],
  [['zh-TW'], ['en', 'zh-CN'], 'en'],
  [['zh-TW', 'zh'], ['en', 'zh-Hans'], 'zh-Hans'],
  [['zh-Hant'], ['en', 'zh-TW'], 'zh-TW'],
  [['pt'], ['en', 'pt-BR'], 'pt-BR'],
  [['pt-PT'], ['en', 'pt-BR'], 'pt-BR'],
  [['sr-Latn-RS'], ['sr-Cyrl', 'sr-Latn'], 'sr-Latn'],
  [['DE-at'], ['en', 'de'], 'de'],
  [['iw-IL'], ['en', 'he'], 'he'],
  [['in'], ['en', 'id'], 'id'],
  [['ja', 'fr'], ['en', 'fr'], 'fr'],
  [['ja'], ['de', 'en'], 'de'],
  [[], [], 'en'],
])('%j of %j: %s', (wanted, offered, expected) => {
  expect(pickLocale(wanted, offered)).toBe(expected);
});
