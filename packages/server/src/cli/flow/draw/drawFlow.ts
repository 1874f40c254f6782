import type { FlowDefinition } from '@handrail/flow';
import { readGraph } from './flowGraph.js';
import { LINE, layoutGraph, type PlacedEdge, type PlacedNode, SIZE, tagOf } from './layoutGraph.js';

/** Colours of both schemes: page, text, quiet text, line; and of what waits for the customer, acts, decides, leaves. */
const STYLE = `
.page{fill:#fbfaf7}text{font:${SIZE.says}px system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans SC",sans-serif;fill:#1b1c19}
.name{font-size:${SIZE.name}px;font-weight:600}.kind,.label text{font-size:${SIZE.label}px;fill:#65675f}.quiet{fill:#4b4d47}
.box{fill:#fff;stroke:#c9c6bd;stroke-width:1.25}.asks .box{stroke:#14614e}.acts .box{stroke:#8a5a00}.decides .box{stroke:#5b56b8}
.leaves .box{stroke:#a0392b}.way .box{fill:#e3efea;stroke:#14614e}.home .box{stroke-width:2.5}
.arrow{fill:none;stroke:#8d8f86;stroke-width:1.25}.head{fill:#8d8f86}.label rect{fill:#fbfaf7}
@media (prefers-color-scheme:dark){.page{fill:#131513}text{fill:#eeefea}.kind,.label text{fill:#9ca096}.quiet{fill:#c2c5bc}
.box{fill:#191b19;stroke:#4a4f49}.asks .box{stroke:#74cbae}.acts .box{stroke:#e0b15a}.decides .box{stroke:#a9a4f0}
.leaves .box{stroke:#ef9a8d}.way .box{fill:#1c2f29;stroke:#74cbae}.arrow{stroke:#7d827a}.head{fill:#7d827a}.label rect{fill:#131513}}
`;

/** What each kind of box means for the customer. */
const GROUPS: Readonly<Record<PlacedNode['kind'], string>> = {
  start: 'way',
  intent: 'way',
  say: 'says',
  ask: 'asks',
  cards: 'asks',
  form: 'asks',
  answer: 'asks',
  search: 'says',
  survey: 'says',
  action: 'acts',
  set: 'decides',
  goto: 'decides',
  branch: 'decides',
  handoff: 'leaves',
  end: 'leaves',
};

/** A picture of a flow as SVG: boxes for steps, arrows for what follows, in the colours of the reader's scheme. */
export function drawFlow(definition: FlowDefinition, locale: string): string {
  const { width, height, nodes, edges } = layoutGraph(readGraph(definition, locale));
  const steps = nodes.filter(node => node.kind !== 'start' && node.kind !== 'intent').length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>A flow of ${steps} steps</title>`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">',
    '<path class="head" d="M0 0 8 4 0 8Z"/></marker></defs>',
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...edges.map(drawArrow),
    ...nodes.map(drawBox),
    ...edges.map(drawLabel),
    '</svg>',
    '',
  ].join('\n');
}

function drawBox(node: PlacedNode): string {
  const { kind, name, isHome, x, y, width, height, lines } = node;
  const left = Math.round(x - width / 2);
  const top = Math.round(y - height / 2);
  const round = kind === 'start' || kind === 'intent' || kind === 'end' ? height / 2 : 10;
  const group = [GROUPS[kind], ...(isHome ? ['home'] : [])].join(' ');
  const text = lines.map((line, at) => {
    const place = top + 46 + at * LINE.says;
    return `<text class="quiet" x="${left + 12}" y="${place}">${inXml(line)}</text>`;
  });
  return [
    `<g class="${group}"><rect class="box" x="${left}" y="${top}" width="${width}" height="${height}" rx="${round}"/>`,
    `<text class="name" x="${left + 12}" y="${top + 24}">${inXml(name)}</text>`,
    `<text class="kind" x="${left + width - 12}" y="${top + 24}" text-anchor="end">${tagOf(node)}</text>`,
    ...text,
    '</g>',
  ].join('');
}

function drawArrow({ points }: PlacedEdge): string {
  const [first, ...rest] = points.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
  if (first === undefined) return '';
  const last = rest.at(-1) ?? first;
  // A curve through the middles of the way: no corners, and the arrow still meets the box straight.
  const middles = points.slice(1, -1).map((point, at) => {
    const after = points[at + 2] ?? point;
    const end = at === points.length - 3 ? after : { x: (point.x + after.x) / 2, y: (point.y + after.y) / 2 };
    return `Q${Math.round(point.x)} ${Math.round(point.y)} ${Math.round(end.x)} ${Math.round(end.y)}`;
  });
  const way = middles.length > 0 ? middles.join('') : `L${last}`;
  return `<path class="arrow" d="M${first}${way}" marker-end="url(#to)"/>`;
}

function drawLabel({ lines, labelAt: { x, y } }: PlacedEdge): string {
  if (lines.length === 0) return '';
  const height = lines.length * LINE.label;
  const widest = Math.max(...lines.map(line => line.length)) * SIZE.label * 0.56 + 8;
  const text = lines.map(
    (line, at) =>
      `<text x="${Math.round(x)}" y="${Math.round(y - height / 2 + 11 + at * LINE.label)}" text-anchor="middle">${inXml(line)}</text>`,
  );
  const rect = `<rect x="${Math.round(x - widest / 2)}" y="${Math.round(y - height / 2 - 2)}" width="${Math.round(widest)}" height="${height + 4}" rx="3"/>`;
  return `<g class="label">${rect}${text.join('')}</g>`;
}

/** Letters that mean something in XML by number; those XML does not know not at all. */
const inXml = (text: string) =>
  text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`).replace(/[^\P{Cc}\t\n]/gu, '');
