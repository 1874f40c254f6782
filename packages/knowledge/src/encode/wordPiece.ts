/** Settings of a `tokenizer.json` for a BERT vocabulary. */
export interface WordPieceSettings {
  /** Whether letters are made small and lose their accents. */
  readonly lowercase: boolean;
}

const SPECIAL = ['[UNK]', '[CLS]', '[SEP]', '[PAD]'];

/**
 * A `tokenizer.json` made of a `vocab.txt` (one token a line, its id the line's number from 0): splitting at spaces, punctuation and
 * Chinese characters, then the longest pieces of the vocabulary (Devlin et al., "BERT", 2018). Throws when a token that marks start,
 * end, padding or the unknown is missing.
 */
export function wordPieceTokenizer(vocabulary: string, { lowercase }: WordPieceSettings): Record<string, unknown> {
  const lines = vocabulary.replace(/^\ufeff/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const vocab = Object.fromEntries(lines.map((token, id) => [token, id]));
  const missing = SPECIAL.filter(token => !Object.hasOwn(vocab, token));
  if (missing.length > 0) throw new Error(`expected the tokens ${SPECIAL.join(' ')}, got none of ${missing.join(' ')}`);
  const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  return {
    version: '1.0',
    added_tokens: SPECIAL.map(content => ({ id: vocab[content], content, special: true, normalized: false })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, special('[SEP]')],
      pair: [],
      special_tokens: Object.fromEntries(['[CLS]', '[SEP]'].map(id => [id, { id, ids: [vocab[id]], tokens: [id] }])),
    },
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}
