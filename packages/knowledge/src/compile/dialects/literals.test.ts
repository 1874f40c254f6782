import { expect, test } from 'vitest';
import { exportedLiteral, literalOf, sourcesIn } from './literals.js';

const CONFIG = `// defaultLocale: 'no'
/* srcDir: 'no' */
import x from 'y';
export default defineConfig({
  url: 'https://a.example', // a comment
  srcDir: "./pages",
  'lang': \`de\`,
  themeConfig: { nav: nav(), sidebar: [{ text: 'A', items: ['x', { link: '/y', }] }] },
  i18n: { defaultLocale: 'fr', locales: ['fr', 'en'] },
  broken: [call()],
  flag: true,
});`;

test.each([
  ['srcDir', './pages'],
  ['lang', 'de'],
  ['defaultLocale', 'fr'],
  ['locales', ['fr', 'en']],
  ['sidebar', [{ text: 'A', items: ['x', { link: '/y' }] }]],
  ['flag', true],
  ['url', 'https://a.example'],
  ['broken', undefined],
  ['nav', undefined],
  ['missing', undefined],
])('%s', (key, value) => expect(literalOf(CONFIG, key)).toEqual(value));

test.each([
  ["module.exports = { docs: ['a'] };", { docs: ['a'] }],
  ["const sidebars: SidebarsConfig = { docs: ['a'] };\nexport default sidebars;", { docs: ['a'] }],
  ['export default { a: f() }', undefined],
])('%s', (source, value) => expect(exportedLiteral(source)).toEqual(value));

test('the values of a map that holds more than literals', () => {
  const config = `x({ docs: { path: 'a', sidebar: require.resolve('./b.js'), deep: { f(x) { return { y: [x, '}'] }; } } }, blog: { path: 'c' } })`;
  expect([...sourcesIn(config, 'docs')]).toEqual([
    ['path', "'a'"],
    ['sidebar', "require.resolve('./b.js')"],
    ['deep', "{ f(x) { return { y: [x, '}'] }; } }"],
  ]);
  expect(literalOf(`{ path: ${sourcesIn(config, 'docs').get('path')} }`, 'path')).toBe('a');
  expect([...sourcesIn(config, 'none')]).toEqual([]);
});
