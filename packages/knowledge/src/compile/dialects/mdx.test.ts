import { expect, test } from 'vitest';
import { readExpressions, readInterpolations } from './expressions.js';
import { type Line, toLines } from './lines.js';
import { readMdxStatements } from './mdxStatements.js';

const join = (lines: readonly Line[]) => lines.map(line => line.text).join('\n');

test('imports, exports and comments are taken out; prose and code stay', () => {
  const text = `import Tabs from '@theme/Tabs';
import {
  A,
} from 'x';
import Part from './_part.mdx';

export const meta = {

  a: 1,
};

import the goods first.

Text {/* a
comment */}more

\`\`\`js
import x from 'y';
{/* stays */}
\`\`\`
## Title {/* #own */}`;
  const { lines, parts } = readMdxStatements(toLines(text));
  expect(join(lines).trim()).toBe(
    "import the goods first.\n\nText \nmore\n\n```js\nimport x from 'y';\n{/* stays */}\n```\n## Title {#own}",
  );
  expect([...parts]).toEqual([['Part', './_part.mdx']]);
  expect(lines.find(line => line.text.startsWith('import the'))?.line).toBe(12);
});

test('expressions: texts stay, the rest is left out', () => {
  const remarks: string[] = [];
  const text = "A {'b'} {c.d} `{e}` \\{f} {`g`} {#id}";
  expect(join(readExpressions(toLines(text), (line, message) => remarks.push(`${line}: ${message}`)))).toBe(
    'A b  `{e}` \\{f} g {#id}',
  );
  expect(remarks).toEqual(['1: expression left out: expected text, got {c.d}']);
});

test('interpolations: front matter is known', () => {
  const remarks: string[] = [];
  const text = '{{ $frontmatter.title }} {{ x }} `{{ y }}`';
  const read = readInterpolations(toLines(text, 4), { title: 'T' }, (line, message) =>
    remarks.push(`${line}: ${message}`),
  );
  expect(join(read)).toBe('T  `{{ y }}`');
  expect(remarks).toEqual(['4: expression left out: expected text, got {{ x }}']);
});
