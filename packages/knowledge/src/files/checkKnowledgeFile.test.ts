import { expect, test } from 'vitest';
import { compile } from '../compile/compile.js';
import { checkKnowledgeFile } from './checkKnowledgeFile.js';
import type { KnowledgeFile } from './knowledgeFile.js';

const compiled = async () =>
  JSON.parse(String((await compile([{ id: 'a', title: 'A', body: 'x' }])).get('knowledge.json'))) as KnowledgeFile;

test('takes what a compile wrote', async () => {
  const file = await compiled();
  expect(checkKnowledgeFile(file)).toBe(file);
});

test.each([
  ['serializationVersion', 1, 'expected serializationVersion 2, got 1; compile the articles anew'],
  ['defaultLocale', 7, 'expected defaultLocale a string, got 7'],
  ['locales', {}, 'expected locales a list, got {}'],
  ['locales', [null], 'expected locales[0].locale a string, got nothing'],
])('%s: %j', async (key, value, message) => {
  expect(() => checkKnowledgeFile({ ...file, [key]: value } as never)).toThrow(`knowledge.json: ${message}`);
});

const file = await compiled();

test.each(Object.keys(file.locales[0] ?? {}).filter(key => key !== 'synonyms'))(
  'an entry without %s is refused by its place',
  key => {
    const [entry] = file.locales;
    const broken = { ...file, locales: [{ ...entry, [key]: undefined }] };
    expect(() => checkKnowledgeFile(broken as never)).toThrow(
      new RegExp(`^knowledge\\.json: expected locales\\[0\\]\\.${key}`),
    );
  },
);
