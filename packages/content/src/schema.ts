import Type, { type TSchema } from 'typebox';

/** JSON Schemas of the safe token tree; the types in `nodes.ts` and these are held together by a type test. */
const closed = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });

const definitions = Type.Module({
  Image: closed({
    t: Type.Literal('img'),
    src: Type.String(),
    alt: Type.String(),
    width: Type.Optional(Type.Number()),
    height: Type.Optional(Type.Number()),
  }),
  Inline: Type.Union([
    Type.String(),
    closed({ t: Type.Enum(['strong', 'del']), c: Type.Array(Type.Ref('Inline')) }),
    closed({
      t: Type.Literal('em'),
      as: Type.Optional(Type.Enum(['sub', 'sup'])),
      c: Type.Array(Type.Ref('Inline')),
    }),
    closed({ t: Type.Literal('code'), as: Type.Optional(Type.Literal('kbd')), v: Type.String() }),
    closed({ t: Type.Literal('br') }),
    closed({ t: Type.Literal('link'), href: Type.String(), c: Type.Array(Type.Ref('Inline')) }),
    closed({
      t: Type.Literal('ref'),
      article: Type.String(),
      section: Type.Optional(Type.String()),
      c: Type.Array(Type.Ref('Inline')),
    }),
    closed({ t: Type.Literal('noteref'), n: Type.Integer({ minimum: 1 }) }),
    Type.Ref('Image'),
  ]),
  Block: Type.Union([
    closed({ t: Type.Literal('p'), c: Type.Array(Type.Ref('Inline')) }),
    closed({
      t: Type.Literal('h'),
      level: Type.Integer({ minimum: 1, maximum: 6 }),
      id: Type.String(),
      c: Type.Array(Type.Ref('Inline')),
    }),
    closed({
      t: Type.Literal('list'),
      ordered: Type.Boolean(),
      start: Type.Optional(Type.Integer()),
      notes: Type.Optional(Type.Literal(true)),
      items: Type.Array(Type.Array(Type.Ref('Block'))),
    }),
    closed({
      t: Type.Literal('table'),
      align: Type.Array(Type.Union([Type.Enum(['start', 'center', 'end']), Type.Null()])),
      head: Type.Array(Type.Array(Type.Ref('Inline'))),
      rows: Type.Array(Type.Array(Type.Array(Type.Ref('Inline')))),
      rowHead: Type.Optional(Type.Literal(true)),
    }),
    closed({ t: Type.Literal('pre'), lang: Type.Optional(Type.String()), v: Type.String() }),
    closed({
      t: Type.Literal('quote'),
      fold: Type.Optional(Type.Literal(true)),
      c: Type.Array(Type.Ref('Block')),
    }),
    closed({
      t: Type.Literal('callout'),
      kind: Type.Enum(['note', 'tip', 'warning', 'danger']),
      titled: Type.Optional(Type.Literal(true)),
      c: Type.Array(Type.Ref('Block')),
    }),
    closed({ t: Type.Literal('video'), src: Type.String(), title: Type.String() }),
    closed({ t: Type.Literal('hr') }),
  ]),
  Tree: Type.Array(Type.Ref('Block')),
});

/** Schema of inline nodes, a block and a whole document. */
export const InlineSchema = definitions.Inline;
export const BlockSchema = definitions.Block;
export const TreeSchema = definitions.Tree;
