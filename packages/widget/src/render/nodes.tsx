import type { Block, Tree } from '@handrail/content';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../panel/parts/Icon.js';
import { inlines } from './inlines.js';
import { Notes } from './notes.js';
import type { RenderOptions, RenderText } from './renderOptions.js';
import { Video } from './Video.js';

const CALLOUTS = new Map<string, { icon: IconName; name: RenderText }>([
  ['note', { icon: 'info', name: 'kindNote' }],
  ['tip', { icon: 'tip', name: 'kindTip' }],
  ['warning', { icon: 'warning', name: 'kindWarning' }],
  ['danger', { icon: 'warning', name: 'kindDanger' }],
]);

/** Draws a safe token tree as nodes. The only place that does. Unknown kinds draw nothing. */
export function Nodes({ tree, options }: { tree: Tree; options: RenderOptions }) {
  return <div class="prose">{blocks(tree, options)}</div>;
}

function blocks(tree: readonly Block[], options: RenderOptions): ComponentChildren[] {
  return tree.map(block => drawBlock(block, options));
}

function drawBlock(block: Block, options: RenderOptions): ComponentChildren {
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
      return block.fold ? drawFold(block, options) : <blockquote>{blocks(block.c, options)}</blockquote>;
    case 'callout':
      return drawCallout(block, options);
    case 'video':
      return <Video src={block.src} title={block.title} options={options} />;
    case 'hr':
      return <hr />;
    default:
      return null;
  }
}

function drawHeading(block: Block & { t: 'h' }, options: RenderOptions) {
  const children = inlines(block.c, options);
  // The article's own title is the second level of the panel's outline.
  const props = { 'data-section': block.id, dir: 'auto', tabIndex: -1 } as const;
  if (block.level <= 2)
    return (
      <h3 class="h2" {...props}>
        {children}
      </h3>
    );
  return block.level === 3 ? <h4 {...props}>{children}</h4> : <h5 {...props}>{children}</h5>;
}

function drawCallout(block: Block & { t: 'callout' }, options: RenderOptions) {
  const known = CALLOUTS.has(block.kind) ? block.kind : 'note';
  const { icon, name } = CALLOUTS.get(known) ?? { icon: 'info', name: 'kindNote' };
  const { first, rest } = lead(block.titled ? block.c : [], options);
  return (
    <div class={`callout ${known}`} role="note" aria-label={options.say(name)}>
      <Icon name={icon} />
      <div>{block.titled ? [<p class="title">{first}</p>, ...rest] : blocks(block.c, options)}</div>
    </div>
  );
}

function drawFold(block: Block & { t: 'quote' }, options: RenderOptions) {
  const { first, rest } = lead(block.c, options);
  return (
    <details class="fold">
      <summary>
        <span dir="auto">{first}</span>
        <Icon name="chevronDown" />
      </summary>
      <div>{rest}</div>
    </details>
  );
}

/** The words that stand for a box, and what is in it. */
function lead([first, ...rest]: readonly Block[], options: RenderOptions) {
  if (first?.t === 'p') return { first: inlines(first.c, options), rest: blocks(rest, options) };
  return { first: '…', rest: blocks(first ? [first, ...rest] : rest, options) };
}

function drawList(block: Block & { t: 'list' }, options: RenderOptions) {
  if (block.notes) return <Notes items={block.items.map(item => drawItem(item, options))} say={options.say} />;
  const items = block.items.map(item => <li>{drawItem(item, options)}</li>);
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

/** A list item of one paragraph is drawn without the paragraph. */
function drawItem(item: readonly Block[], options: RenderOptions): ComponentChildren {
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
              {block.head.map((cell, column) => (
                <th scope="col" class={side(column)}>
                  {inlines(cell, options)}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {block.rows.map(row => (
            <tr>
              {row.map((cell, column) =>
                block.rowHead && column === 0 ? (
                  <th scope="row" dir="auto">
                    {inlines(cell, options)}
                  </th>
                ) : (
                  <td class={side(column)} dir="auto">
                    {inlines(cell, options)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
