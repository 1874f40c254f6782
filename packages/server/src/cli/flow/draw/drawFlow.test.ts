import { readFileSync } from 'node:fs';
import type { FlowDefinition } from '@handrail/flow';
import { expect, test } from 'vitest';
import { conditionWords } from './conditionWords.js';
import { drawFlow } from './drawFlow.js';
import { readGraph } from './flowGraph.js';
import { layoutGraph, type PlacedNode } from './layoutGraph.js';
import { textWidth, wrapText } from './textWidth.js';

const read = (path: string): FlowDefinition =>
  JSON.parse(readFileSync(new URL(`../../../../../../${path}`, import.meta.url), 'utf8'));
const SHOP = read('examples/shop/flows/shop.json');
const ORDERS = read('packages/flow/flows/orders.json');

test('every step is a box and every way an arrow with its reason', () => {
  const { nodes, edges } = readGraph(SHOP, 'en');
  expect(nodes.map(node => node.id)).toEqual([
    'start',
    'intent:orderStatus',
    'intent:returnLabel',
    ...Object.keys(SHOP.steps).map(id => `step:${id}`),
  ]);
  expect(nodes.filter(node => node.isHome).map(node => node.name)).toEqual(['question']);
  const from = (id: string) => edges.filter(edge => edge.from === `step:${id}`).map(edge => [edge.to, edge.label]);
  expect(from('topic')).toEqual([
    ['step:wantOrder', 'Where is my order?'],
    ['step:wantLabel', 'A return label'],
    ['step:question', 'Something else'],
  ]);
  expect(from('found')).toContainEqual(['step:notFound', 'status is unknown']);
  expect(from('found')).toContainEqual(['step:packing', 'otherwise']);
  expect(from('makeLabel')).toEqual([
    ['step:labelMade', 'done'],
    ['step:question', 'no'],
  ]);
});

test.each([
  [{ variable: 'a', is: 'x' }, 'a is x'],
  [{ variable: 'a', above: 1, below: 9 }, 'a is above 1 and is below 9'],
  [{ variable: 'a', set: false }, 'a is unknown'],
  [{ any: [{ variable: 'a', is: 1 }, { not: { variable: 'b', contains: 'y' } }] }, 'a is 1 or not b contains y'],
  [
    {
      all: [
        {
          any: [
            { variable: 'a', is: 1 },
            { variable: 'a', is: 2 },
          ],
        },
        { variable: 'c', in: ['p', 'q'] },
      ],
    },
    '(a is 1 or a is 2) and c is p or q',
  ],
])('%j reads "%s"', (condition, words) => expect(conditionWords(condition as never)).toBe(words));

const overlaps = (a: PlacedNode, b: PlacedNode) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;

test.each([
  ['shop', SHOP, 'en'],
  ['shop in Chinese', SHOP, 'zh-Hans'],
  ['orders', ORDERS, 'en'],
])('%s: no box and no label lies on another, and the same flow gives the same picture', (_, definition, locale) => {
  const { nodes, edges, width } = layoutGraph(readGraph(definition, locale));
  for (const [at, node] of nodes.entries()) {
    for (const other of nodes.slice(at + 1)) expect(overlaps(node, other), `${node.id} on ${other.id}`).toBe(false);
    expect(node.x + node.width / 2).toBeLessThanOrEqual(width);
    for (const line of node.lines) expect(textWidth(line, 12)).toBeLessThan(node.width);
  }
  const labels = edges
    .filter(edge => edge.lines.length > 0)
    .map(edge => ({
      ...nodes[0],
      ...edge.labelAt,
      id: edge.label,
      width: Math.max(...edge.lines.map(line => textWidth(line, 11))),
      height: edge.lines.length * 14,
    })) as PlacedNode[];
  for (const [at, label] of labels.entries()) {
    for (const other of [...labels.slice(at + 1), ...nodes])
      expect(overlaps(label, other), `${label.id} on ${other.id}`).toBe(false);
  }
  expect(drawFlow(definition, locale)).toBe(drawFlow(definition, locale));
});

test('texts of a flow stay texts', () => {
  const attack = '</text><script>alert(1)</script> & "\u0007" ]]>';
  const flow: FlowDefinition = { ...ORDERS, texts: { ...ORDERS.texts, topic: { en: attack, 'zh-Hans': attack } } };
  const svg = drawFlow(flow, 'en');
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0007');
  expect(svg).toMatch(/&#60;script.*&#38;/);
});

test('lines break between words, and anywhere in Chinese but before what closes', () => {
  expect(wrapText('one two three four', 12, 60, 9)).toEqual(['one two', 'three', 'four']);
  expect(wrapText('订单号是多少？格式', 12, 77, 9)).toEqual(['订单号是多', '少？格式']);
  expect(wrapText('a b c d e f g h', 12, 20, 2)).toHaveLength(2);
  expect(wrapText('a b c d e f g h', 12, 20, 2)[1]).toMatch(/…$/);
});
