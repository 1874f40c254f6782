import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelFolder, VOCABULARY } from './fixtures/modelFolder.js';
import { readTokenizer } from './readTokenizer.js';
import { wordPieceTokenizer } from './wordPiece.js';

const [UNK, CLS, SEP] = [1, 2, 3];
const tokensOf = (ids: readonly number[]) => ids.map(id => VOCABULARY[id]).join(' ');

test.each([
  ['Squeaking BRAKES!', '[CLS] squeaking brakes [UNK] [SEP]'],
  ['helmets, wheel', '[CLS] helmet ##s [UNK] wheel [SEP]'],
  ['whéel', '[CLS] wheel [SEP]'],
  ['wheel\u0000\u200bs', '[CLS] wheels [SEP]'],
  ['轮wheel轮', '[CLS] [UNK] wheel [UNK] [SEP]'],
  ['wheelx', '[CLS] [UNK] [SEP]'],
  [`wheel${'s'.repeat(100)}`, '[CLS] [UNK] [SEP]'],
  ['', '[CLS] [SEP]'],
])('pieces of %j', async (text, expected) => {
  const tokenize = await readTokenizer(await modelFolder(), {});
  expect(tokensOf(tokenize(text, 20))).toBe(expected);
});

test('capitals and accents stay where the folder says so', async () => {
  const tokenize = await readTokenizer(await modelFolder({ 'tokenizer_config.json': '{"do_lower_case":false}' }), {});
  expect(tokensOf(tokenize('wheel Wheel whéel', 20))).toBe('[CLS] wheel [UNK] [UNK] [SEP]');
});

test('a tokenizer.json goes before the vocabulary, and either may be named', async () => {
  const other = JSON.stringify(wordPieceTokenizer([...VOCABULARY].reverse().join('\n'), { lowercase: true }));
  const folder = await modelFolder({ 'tokenizer.json': other, 'words.txt': VOCABULARY.join('\r\n') });
  const wheel = VOCABULARY.indexOf('wheel');
  const idOf = async (files: Parameters<typeof readTokenizer>[1]) =>
    (await readTokenizer(folder, files))('wheel', 9)[1];
  expect(await idOf({})).toBe(VOCABULARY.length - 1 - wheel);
  expect(await idOf({ tokenizer: 'tokenizer.json' })).toBe(VOCABULARY.length - 1 - wheel);
  expect(await idOf({ vocabulary: 'words.txt' })).toBe(wheel);
});

test('pieces of a unigram vocabulary, as multilingual models have them', async () => {
  const vocab = [
    ['<s>', 0],
    ['</s>', 0],
    ['<unk>', 0],
    ['▁wheel', -1],
    ['▁', -2],
    ['s', -3],
    ['轮', -3],
  ];
  const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const tokenizer = {
    added_tokens: ['<s>', '</s>', '<unk>'].map((content, id) => ({ id, content, special: true, normalized: false })),
    normalizer: { type: 'NFKC' },
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('<s>'), { Sequence: { id: 'A', type_id: 0 } }, special('</s>')],
      pair: [],
      special_tokens: {},
    },
    decoder: null,
    model: { type: 'Unigram', unk_id: 2, vocab },
  };
  const folder = await modelFolder({ 'tokenizer.json': JSON.stringify(tokenizer), 'vocab.txt': null });
  const tokenize = await readTokenizer(folder, {});
  expect(tokenize('wheels 轮', 9)).toEqual([0, 3, 5, 4, 6, 1]);
  expect(tokenize('wheels 轮', 4)).toEqual([0, 3, 5, 1]);
});

test('any text: ids of the vocabulary between start and end, never more than asked for', async () => {
  const tokenize = await readTokenizer(await modelFolder(), {});
  const word = fc.constantFrom(...VOCABULARY.slice(4), 'zebra', '轮');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map(words => words.join(' ')),
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 3, max: 40 }), (given, most) => {
      const ids = tokenize(given, most);
      expect(ids.length).toBeLessThanOrEqual(most);
      expect([ids[0], ids.at(-1)]).toEqual([CLS, SEP]);
      for (const id of ids) expect(VOCABULARY[id]).toBeDefined();
    }),
  );
});

test('words of the vocabulary come back as they are, whatever stands between them', async () => {
  const tokenize = await readTokenizer(await modelFolder(), {});
  const words = VOCABULARY.slice(4).filter(token => !token.startsWith('##'));
  const gap = fc.constantFrom(' ', '  ', '\t', '\n', '\u00a0');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...words, 'zebra'), gap), { maxLength: 20 }), list => {
      const ids = tokenize(list.flat().join(''), 100);
      const expected = list.map(([each]) => (each === 'zebra' ? UNK : VOCABULARY.indexOf(each)));
      expect(ids).toEqual([CLS, ...expected, SEP]);
    }),
  );
});
