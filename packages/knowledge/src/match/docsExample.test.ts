import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as knowledge from '../index.js';

const page = readFileSync(new URL('../../../../docs/knowledge.md', import.meta.url), 'utf8');

test('the example of the documentation runs and prints what it says', () => {
  const block = /^## Intents\n[\s\S]*?^```js\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';
  const body = block.replace(/^import \{(.*)\} from '@handrail\/knowledge';$/m, 'const {$1} = knowledge;');
  const said = [...block.matchAll(/\/\/ '(\w+)'/g)].map(match => match[1]);
  const printed: unknown[][] = [];
  new Function('knowledge', 'console', body)(knowledge, { log: (...values: unknown[]) => printed.push(values) });
  expect(said.length).toBeGreaterThan(0);
  expect(printed.slice(0, said.length)).toEqual(said.map(value => [value]));
  expect(printed.length).toBeGreaterThan(said.length);
});
