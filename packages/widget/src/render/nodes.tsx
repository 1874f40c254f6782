import type { Block, Tree } from '@handrail/content';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../panel/parts/Icon.js';
import { inlines } from './inlines.js';
import { outsideLink } from './links.js';
import type { RenderOptions } from './renderOptions.js';

const CALLOUT_ICONS = new Map<string, IconName>([
  ['note', 'info'],
  ['tip', 'tip'],
  ['warning', 'warning'],
  ['danger', 'warning'],
]);

/** Draws a safe token tree as nodes. The only place that does. Unknown kinds draw nothing. */
export function Nodes({ tree, options }: { tree: Tree; options: RenderOptions }) {
  return <div class="prose">{blocks(tree, options)}</div>;
}

/** Draws pieces of a document. */
export function blocks(tree: readonly Block[], options: RenderOptions): ComponentChildren[] {
  return tree.map(block => drawBlock(block, options));
}

function drawBlock(block: Block, options: RenderOptions): ComponentChildren {
  const own = options.draw?.(block, options);
  if (own !== undefined) return own;
  switch (block.t) {
    case 'p':
      return <p dir="auto">{inlines(block.c, options)}</p>;
    case 'h':
      return drawHeading(block, options);
    case 'list':
      return drawList(block, options);
    case 'table':
      return drawTable(block, options);
    case 'pre':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls sideways, and must do so by keyboard too
        <pre dir="ltr" tabIndex={0}>
          <code>{block.v}</code>
        </pre>
      );
    case 'quote':
      return <blockquote>{blocks(block.c, options)}</blockquote>;
    case 'callout':
      return drawCallout(block, options);
    case 'video':
      return drawVideo(block, options);
    case 'hr':
      return <hr />;
    default:
      return null;
  }
}

function drawHeading(block: Block & { t: 'h' }, options: RenderOptions) {
  // The article's own title is the second level of the panel's outline.
  const Tag = block.level <= 2 ? 'h3' : block.level === 3 ? 'h4' : 'h5';
  return (
    <Tag class={Tag === 'h3' ? 'h2' : undefined} data-section={block.id} dir="auto" tabIndex={-1}>
      {inlines(block.c, options)}
    </Tag>
  );
}

/** `name` is what assistive technology calls it. */
export function drawCallout({ kind, c }: Block & { t: 'callout' }, options: RenderOptions, name?: string) {
  const known = CALLOUT_ICONS.has(kind) ? kind : 'note';
  return (
    <div class={`callout ${known}`} role="note" aria-label={name}>
      <Icon name={CALLOUT_ICONS.get(known) ?? 'info'} />
      <div>{blocks(c, options)}</div>
    </div>
  );
}

function drawList(block: Block & { t: 'list' }, options: RenderOptions) {
  const Tag = block.ordered ? 'ol' : 'ul';
  return (
    <Tag start={block.ordered ? block.start : undefined}>
      {block.items.map(item => (
        <li>{drawItem(item, options)}</li>
      ))}
    </Tag>
  );
}

/** A list item of one paragraph is drawn without the paragraph. */
export function drawItem(item: readonly Block[], options: RenderOptions): ComponentChildren {
  const [first, ...rest] = item;
  if (first?.t !== 'p') return blocks(item, options);
  return [inlines(first.c, options), ...blocks(rest, options)];
}

function drawTable(block: Block & { t: 'table' }, options: RenderOptions) {
  const side = (column: number) => block.align[column] ?? undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, and must do so by keyboard too
    <div class="table" tabIndex={0}>
      <table>
        {block.head.some(cell => cell.length > 0) ? (
          <thead>
            <tr>
              {block.head.map((cell, column) => {
                // The corner over heads of rows names nothing.
                const Cell = cell.length > 0 ? 'th' : 'td';
                return (
                  <Cell scope={cell.length > 0 ? 'col' : undefined} class={side(column)}>
                    {inlines(cell, options)}
                  </Cell>
                );
              })}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {block.rows.map(row => (
            <tr>
              {row.map((cell, column) => {
                const isHead = block.rowHead && column === 0;
                const Cell = isHead ? 'th' : 'td';
                return (
                  <Cell class={side(column)} scope={isHead ? 'row' : undefined} dir="auto">
                    {inlines(cell, options)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function drawVideo({ src, title }: Block & { t: 'video' }, options: RenderOptions) {
  const link = outsideLink(src);
  return <p>{link ? <a {...link}>{`${options.say('playInTab')}: ${title}`}</a> : title}</p>;
}
