import { expect, test, vi } from 'vitest';
import { readScriptTag } from './readScriptTag.js';

const tag = (attributes: Record<string, string>) => {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return script;
};
const boot = { id: 'demo', server: 'https://help.example.com', config: { name: 'Northwind' } };

test('the server’s words win; the tag may choose the language', () => {
  const warn = vi.fn();
  const script = tag({ src: 'https://help.example.com/w/demo.js', 'data-locale': 'ar', 'data-knowledge': '/k/' });
  expect(readScriptTag(script, boot, warn)).toEqual({
    server: 'https://help.example.com',
    site: 'demo',
    config: { name: 'Northwind' },
    assets: 'https://help.example.com/w/',
    locale: 'ar',
  });
  expect(readScriptTag(null, boot, warn)?.assets).toBeUndefined();
  expect(warn).not.toHaveBeenCalled();
});

test('static mode reads the tag', () => {
  const options = readScriptTag(
    tag({
      src: 'https://cdn.example.com/h/handrail.js',
      'data-knowledge': '/help/',
      'data-name': 'Shop',
      'data-locales': 'en, zh-Hans ar',
      'data-accent': '#AA3300',
      'data-theme': 'dark',
      'data-side': 'start',
      'data-popular': 'returns, frame-size',
      'data-mailto': 'mailto:help@shop.example',
    }),
    undefined,
    () => {},
  );
  expect(options).toEqual({
    knowledge: `${location.origin}/help/`,
    assets: 'https://cdn.example.com/h/',
    config: {
      name: 'Shop',
      locales: ['en', 'zh-Hans', 'ar'],
      accent: '#AA3300',
      theme: 'dark',
      launcher: { side: 'start' },
      popular: ['returns', 'frame-size'],
      mailto: 'help@shop.example',
    },
  });
});

test('values that make no sense are left out', () => {
  const script = tag({ 'data-knowledge': 'k', 'data-accent': 'red;}', 'data-theme': 'pink', 'data-side': 'middle' });
  document.title = 'The page';
  expect(readScriptTag(script, undefined, () => {})?.config).toEqual({ name: 'The page' });
});

test('neither: a warning says what was expected', () => {
  const warn = vi.fn();
  expect(readScriptTag(tag({}), undefined, warn)).toBeNull();
  expect(readScriptTag(null, undefined, warn)).toBeNull();
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('expected data-knowledge'));
});
