import type { Block, ImageNode, Inline, Tree } from '@handrail/content';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../panel/parts/Icon.js';
import { imageSource, outsideLink } from './links.js';

/** What drawing a tree needs from its surroundings. */
export interface RenderOptions {
  /** Address images are relative to. */
  readonly base: string;
  /** Opens an article inside the panel. */
  readonly openArticle: (id: string, section: string | null) => void;
  /**
   * What becomes of images. Default `draw`. A message's are links, or mere words inside a link: a picture would tell
   * its host who reads, and when.
   */
  readonly images?: 'draw' | 'link' | 'words';
  /** Words of a video's button. */
  readonly videoLabel: (title: string) => string;
}

const CALLOUT_ICONS: Readonly<Record<string, IconName>> = {
  note: 'info',
  tip: 'tip',
  warning: 'warning',
  danger: 'warning',
};

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
        <pre dir="ltr">
          <code>{block.v}</code>
        </pre>
      );
    case 'quote':
      return <blockquote>{blocks(block.c, options)}</blockquote>;
    case 'callout':
      return (
        <div class={`callout ${CALLOUT_ICONS[block.kind] ? block.kind : 'note'}`} role="note">
          <Icon name={CALLOUT_ICONS[block.kind] ?? 'info'} />
          <div>{blocks(block.c, options)}</div>
        </div>
      );
    case 'video':
      return drawVideo(block, options);
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

function drawList(block: Block & { t: 'list' }, options: RenderOptions) {
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
        <thead>
          <tr>
            {block.head.map((cell, column) => (
              <th scope="col" class={side(column)}>
                {inlines(cell, options)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(row => (
            <tr>
              {row.map((cell, column) => (
                <td class={side(column)} dir="auto">
                  {inlines(cell, options)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function drawVideo(block: Block & { t: 'video' }, options: RenderOptions) {
  const link = outsideLink(block.src);
  if (!link) return <p>{block.title}</p>;
  return (
    <a class="video" {...link}>
      <Icon name="play" />
      <span>{options.videoLabel(block.title)}</span>
    </a>
  );
}

function inlines(nodes: readonly Inline[], options: RenderOptions): ComponentChildren[] {
  return nodes.map(node => drawInline(node, options));
}

function drawInline(node: Inline, options: RenderOptions): ComponentChildren {
  if (typeof node === 'string') return node;
  switch (node.t) {
    case 'strong':
      return <strong>{inlines(node.c, options)}</strong>;
    case 'em':
      return <em>{inlines(node.c, options)}</em>;
    case 'del':
      return <del>{inlines(node.c, options)}</del>;
    case 'code':
      return <code>{node.v}</code>;
    case 'br':
      return <br />;
    case 'link': {
      const link = outsideLink(node.href);
      const inner = inlines(node.c, options.images === 'link' ? { ...options, images: 'words' } : options);
      return link ? <a {...link}>{inner}</a> : inner;
    }
    case 'ref':
      return (
        <button type="button" class="ref" onClick={() => options.openArticle(node.article, node.section ?? null)}>
          {inlines(node.c, options)}
        </button>
      );
    case 'img':
      return drawImage(node, options);
    default:
      return null;
  }
}

function drawImage(node: ImageNode, { base, images = 'draw' }: RenderOptions): ComponentChildren {
  const src = imageSource(node.src, base);
  if (src === null || images === 'words') return node.alt;
  if (images === 'link') return <a {...outsideLink(src)}>{node.alt || src}</a>;
  return <img src={src} alt={node.alt} width={node.width} height={node.height} loading="lazy" />;
}
