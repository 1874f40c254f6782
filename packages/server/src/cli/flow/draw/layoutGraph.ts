import dagre from '@dagrejs/dagre';
import type { FlowEdge, FlowGraph, FlowNode } from './flowGraph.js';
import { textWidth, wrapText } from './textWidth.js';

/** Sizes of letters, in pixels. */
export const SIZE = { name: 13, says: 12, label: 11 } as const;
export const LINE = { says: 16, label: 14 } as const;
const BOX = { width: 200, padding: 12, head: 22 } as const;
const MOST_LINES = 3;
const LABEL_WIDTH = 150;

/** A box with its place; `x` and `y` are its middle. */
export interface PlacedNode extends FlowNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** An arrow with its way, and the middle of its label. */
export interface PlacedEdge extends FlowEdge {
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly lines: readonly string[];
  readonly labelAt: { readonly x: number; readonly y: number };
}

/** A graph with places for everything. The same graph gets the same places. */
export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/**
 * Lays the graph out in layers, from the top down, after Sugiyama, Tagawa and Toda (1981) as `dagre` does it. Labels take part, so that
 * none lies on another.
 */
export function layoutGraph({ nodes, edges }: FlowGraph): Placed {
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'TB', nodesep: 32, ranksep: 34, edgesep: 18, marginx: 20, marginy: 20 });
  graph.setDefaultEdgeLabel(() => ({}));
  const boxes = new Map(nodes.map(node => [node.id, measure(node)] as const));
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
  const labels = edges.map(edge => edge.label.split('\n').flatMap(line => wrapText(line, SIZE.label, LABEL_WIDTH, 2)));
  edges.forEach(({ from, to }, at) => {
    const lines = labels[at] ?? [];
    const width = Math.max(0, ...lines.map(line => textWidth(line, SIZE.label)));
    graph.setEdge(from, to, {
      width: lines.length > 0 ? width + 12 : 0,
      height: lines.length > 0 ? lines.length * LINE.label + 6 : 0,
      labelpos: 'c',
    });
  });
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: nodes.map(node => {
      const { x, y } = graph.node(node.id);
      return { ...node, ...(boxes.get(node.id) as Measured), x, y };
    }),
    edges: edges.map((edge, at) => {
      const { points, x = 0, y = 0 } = graph.edge(edge.from, edge.to);
      return { ...edge, points, lines: labels[at] ?? [], labelAt: { x, y } };
    }),
  };
}

interface Measured {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** What stands at the end of a box's first line. */
export const tagOf = ({ kind, isHome }: FlowNode) => (isHome ? `${kind}, home` : kind);

function measure(node: FlowNode): Measured {
  const { name, says } = node;
  const lines = wrapText(says, SIZE.says, BOX.width - 2 * BOX.padding, MOST_LINES);
  const head = textWidth(name, SIZE.name) + textWidth(tagOf(node), SIZE.label) + 16;
  const widest = Math.max(head, ...lines.map(line => textWidth(line, SIZE.says)));
  return {
    width: Math.ceil(Math.max(110, Math.min(widest, 360)) + 2 * BOX.padding),
    height: BOX.head + 2 * BOX.padding - 6 + lines.length * LINE.says,
    lines,
  };
}
