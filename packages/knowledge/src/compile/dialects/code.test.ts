import { expect, test } from 'vitest';
import { codeParts, outsideSpans } from './code.js';
import { toLines } from './lines.js';

test.each([
  ['```\na\n```\nb', ['open', 'inside', 'inside', null]],
  ['````\n```\n````\nb', ['open', 'inside', 'inside', null]],
  ['~~~\n```\n~~~', ['open', 'inside', 'inside']],
  ['> - ```js\n>   a\n>   ```\nb', ['open', 'inside', 'inside', null]],
  ['    ```\n    a\n    ```', ['open', 'inside', 'inside']],
  ['``` a ``` b\nc', [null, null]],
  ['```\n``` js\n```', ['open', 'inside', 'inside']],
])('%j', (text, parts) => expect(codeParts(toLines(text))).toEqual(parts));

test.each([
  ['a `b` c', 'A `b` C'],
  ['a ``b ` c`` d', 'A ``b ` c`` D'],
  ['a ` b', 'A ` B'],
  ['`a``b` c', '`a``b` C'],
  ['a `b`', 'A `b`'],
])('%j', (text, expected) => expect(outsideSpans(text, part => part.toUpperCase())).toBe(expected));
