import { expect, test } from 'vitest';
import { readDoc } from './readDoc.js';

test.each([
  ['# A `b`\n\ntext', 'A b', '# A `b`\n\ntext'],
  ['text', null, 'text'],
  ['---\ntitle: "Fees: all"\ntags: [x]\n---\ntext', 'Fees: all', '# Fees: all\n\ntext'],
  ['---\ntitle: Short\n---\n# Long\n', 'Short', '# Long\n'],
  ['---\r\ntitle: Lines\r\n---\r\ntext', 'Lines', '# Lines\n\ntext'],
  ['---\ntags: [x]\n---\ntext', null, 'text'],
  ['text\n\n---\n\ntitle: no\n---\n', null, 'text\n\n---\n\ntitle: no\n---\n'],
])('reads %j', (source, title, body) => expect(readDoc(source)).toEqual({ title, body }));
