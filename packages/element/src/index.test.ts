import { expect, test } from 'vitest';
import * as element from './index.js';

test('exports', () => {
  expect(Object.keys(element).sort()).toMatchInlineSnapshot(`
    [
      "defineHandrailWidget",
    ]
  `);
});

test('importing the package defines nothing, importing its `define` entry does', async () => {
  expect(customElements.get('handrail-widget')).toBeUndefined();
  await import('./define.js');
  expect(customElements.get('handrail-widget')).toBeTypeOf('function');
});
