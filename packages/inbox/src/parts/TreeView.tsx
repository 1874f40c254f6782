import type { Block, Inline, Tree } from '@handrail/content';
import type { ComponentChildren } from 'preact';
import { safeAddress } from '../state/safeAddress.js';

/** Draws a safe token tree as nodes. An unknown kind draws nothing; an address is checked again before it links. */
export function TreeView({ tree }: { tree: Tree }) {
  return <>{tree.map((block, index) => blockNode(block, index))}</>;
}

/** Draws text. */
export function Inlines({ nodes }: { nodes: readonly Inline[] }) {
  return <>{inlineNodes(nodes)}</>;
}

function blockNode(block: Block, key: number): ComponentChildren {
  switch (block.t) {
    case 'p':
      return <p key={key}>{inlineNodes(block.c)}</p>;
    case 'h':
      return (
        <p key={key} class="heading">
          {inlineNodes(block.c)}
        </p>
      );
    case 'list':
      return listNode(block, key);
    case 'pre':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by keyboard
        <pre key={key} tabIndex={0}>
          <code>{block.v}</code>
        </pre>
      );
    case 'quote':
      return block.fold ? (
        <details key={key}>
          <summary>{block.c[0]?.t === 'p' ? inlineNodes(block.c[0].c) : '…'}</summary>
          <TreeView tree={block.c.slice(1)} />
        </details>
      ) : (
        <blockquote key={key}>
          <TreeView tree={block.c} />
        </blockquote>
      );
    case 'callout':
      return (
        <blockquote key={key}>
          <TreeView tree={block.c} />
        </blockquote>
      );
    case 'table':
      return tableNode(block, key);
    case 'video':
      return <p key={key}>{outside(block.src, block.title)}</p>;
    case 'hr':
      return <hr key={key} />;
    default:
      return null;
  }
}

function listNode(block: Block & { t: 'list' }, key: number) {
  const items = block.items.map((item, index) => (
    <li key={index}>
      <TreeView tree={item} />
    </li>
  ));
  return block.ordered ? (
    <ol key={key} start={block.start ?? 1}>
      {items}
    </ol>
  ) : (
    <ul key={key}>{items}</ul>
  );
}

function tableNode(block: Block & { t: 'table' }, key: number) {
  const cells = (row: readonly (readonly Inline[])[], Cell: 'th' | 'td') =>
    row.map((cell, index) => <Cell key={index}>{inlineNodes(cell)}</Cell>);
  return (
    <div key={key} class="table">
      <table>
        {block.head.some(cell => cell.length > 0) ? (
          <thead>
            <tr>{cells(block.head, 'th')}</tr>
          </thead>
        ) : null}
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inlineNodes(nodes: readonly Inline[]): ComponentChildren {
  return nodes.map((node, index) => inlineNode(node, index));
}

function inlineNode(node: Inline, key: number): ComponentChildren {
  if (typeof node === 'string') return node;
  switch (node.t) {
    case 'strong':
      return <strong key={key}>{inlineNodes(node.c)}</strong>;
    case 'em': {
      const Tag = node.as === 'sub' || node.as === 'sup' ? node.as : 'em';
      return <Tag key={key}>{inlineNodes(node.c)}</Tag>;
    }
    case 'del':
      return <del key={key}>{inlineNodes(node.c)}</del>;
    case 'code':
      return node.as === 'kbd' ? <kbd key={key}>{node.v}</kbd> : <code key={key}>{node.v}</code>;
    case 'noteref':
      return <sup key={key}>{node.n}</sup>;
    case 'br':
      return <br key={key} />;
    case 'link':
      return outside(node.href, inlineNodes(node.c));
    case 'ref':
      return (
        <span key={key} class="ref">
          {inlineNodes(node.c)}
        </span>
      );
    case 'img':
      return outside(node.src, node.alt || node.src);
    default:
      return null;
  }
}

function outside(address: string, children: ComponentChildren) {
  const href = safeAddress(address);
  if (href === null) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener nofollow noreferrer ugc">
      {children}
    </a>
  );
}
