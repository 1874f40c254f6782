import type { Block, Inline } from '../nodes.js';
import { asInline } from './runs.js';
import { type ReadElement, type Walk, wordsOf } from './walk.js';

type Side = 'start' | 'center' | 'end' | null;
type Cell = readonly Inline[];

/** Columns above which a table is cut; a `colspan` may ask for a thousand. */
const MOST_COLUMNS = 50;
const SIDES: Readonly<Record<string, Side>> = {
  left: 'start',
  start: 'start',
  center: 'center',
  right: 'end',
  end: 'end',
};
/** What a table that is only there for the layout holds. */
const NOT_IN_CELLS = 'h1, h2, h3, h4, h5, h6, pre, table, iframe, video, details, blockquote';

/** A table of texts, its spans filled in. A table that only makes a layout gives what is in its cells. */
export const readTable: ReadElement = (table, walk) => {
  if (table.tagName !== 'TABLE') return null;
  const rows = rowsOf(table);
  const caption = Array.from(table.children).find(child => child.tagName === 'CAPTION');
  const above: Block[] =
    caption && wordsOf(caption) !== '' ? [{ t: 'p', c: [{ t: 'strong', c: walk.inlines(caption) }] }] : [];
  if (isLayout(table, rows)) return [...above, ...rows.flatMap(row => cellsOf(row).flatMap(cell => walk.blocks(cell)))];
  const head = isHead(rows[0]) ? rows[0] : undefined;
  const grid = fillSpans(rows, rows.length, head !== undefined, walk);
  const columns = Math.max(0, ...grid.map(row => row.length));
  if (columns === 0) return above;
  const full = grid.map(row => Array.from({ length: columns }, (_, column): Cell => row[column] ?? []));
  const body = head ? rows.slice(1) : rows;
  const rowHead = body.length > 0 && columns > 1 && body.every(row => cellsOf(row)[0]?.tagName === 'TH');
  return [
    ...above,
    {
      t: 'table',
      align: alignOf(rows, columns),
      head: head ? (full[0] ?? []) : Array.from({ length: columns }, () => []),
      rows: (head ? full.slice(1) : full).filter(row => row.some(cell => cell.length > 0)),
      ...(rowHead ? { rowHead: true as const } : {}),
    },
  ];
};

const cellsOf = (row: Element): Element[] => Array.from(row.children).filter(cell => /^T[HD]$/.test(cell.tagName));

/** Its own rows, those of the head first. */
function rowsOf(table: Element): Element[] {
  const parts = Array.from(table.children);
  const inPart = (name: string) =>
    parts.filter(part => part.tagName === name).flatMap(part => Array.from(part.children));
  const rows = [
    ...inPart('THEAD'),
    ...parts.filter(part => part.tagName === 'TR'),
    ...inPart('TBODY'),
    ...inPart('TFOOT'),
  ];
  return rows.filter(row => row.tagName === 'TR' && cellsOf(row).length > 0);
}

function isLayout(table: Element, rows: readonly Element[]): boolean {
  if (table.querySelector('th')) return false;
  const oneColumn = rows.every(row => cellsOf(row).length === 1);
  return oneColumn || rows.length < 2 || table.querySelector(NOT_IN_CELLS) !== null;
}

/** A row of `th`, a row inside `thead`, or one in bold throughout, as editors without table heads make it. */
function isHead(row: Element | undefined): boolean {
  if (!row) return false;
  const cells = cellsOf(row);
  const isNamed = cells.some(cell => cell.tagName === 'TH');
  if (row.parentElement?.tagName === 'THEAD') return true;
  if (isNamed && cells.every(cell => cell.tagName === 'TH' || wordsOf(cell) === '')) return true;
  return cells.every(cell => {
    const bold = cell.querySelector('strong, b');
    return bold !== null && wordsOf(bold) === wordsOf(cell);
  });
}

/**
 * A cell over several rows is repeated in each, so that every row can be read alone; so is a head over several columns.
 * Other cells over several columns stand in the first.
 */
function fillSpans(rows: readonly Element[], height: number, hasHead: boolean, walk: Walk): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    const line = grid[y] ?? [];
    for (const cell of cellsOf(row)) {
      while (line[x] !== undefined) x += 1;
      const content = asInline(walk.blocks(cell));
      const width = Math.min(span(cell, 'colspan'), MOST_COLUMNS - x);
      const down = Math.min(span(cell, 'rowspan'), height - y);
      for (let dy = 0; dy < down; dy += 1) {
        for (let dx = 0; dx < width; dx += 1) {
          const target = grid[y + dy];
          if (target) target[x + dx] ??= dx === 0 || (hasHead && y === 0) ? content : [];
        }
      }
      x += Math.max(1, width);
      if (x >= MOST_COLUMNS) break;
    }
  });
  return grid;
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '', 10);
  return value >= 1 && value <= 1000 ? value : 1;
}

/** By the first rows, which is where editors and generators write it. */
function alignOf(rows: readonly Element[], columns: number): Side[] {
  const sides = rows.slice(0, 2).map(row => cellsOf(row).map(sideOf));
  return Array.from(
    { length: columns },
    (_, column) => sides.map(row => row[column] ?? null).find(side => side) ?? null,
  );
}

function sideOf(cell: Element): Side {
  const styled = /text-align\s*:\s*(\w+)/i.exec(cell.getAttribute('style') ?? '')?.[1];
  return SIDES[(styled ?? cell.getAttribute('align') ?? '').toLowerCase()] ?? null;
}
