import type { ImageNode, Inline } from '@handrail/content';
import type { ComponentChildren } from 'preact';
import { imageSource, outsideLink } from './links.js';
import type { RenderOptions } from './renderOptions.js';

/** Draws text. Unknown kinds draw nothing. */
export function inlines(nodes: readonly Inline[], options: RenderOptions): ComponentChildren[] {
  return nodes.map(node => drawInline(node, options));
}

function drawInline(node: Inline, options: RenderOptions): ComponentChildren {
  if (typeof node === 'string') return node;
  const own = options.draw?.(node, options);
  if (own !== undefined) return own;
  switch (node.t) {
    case 'strong':
    case 'em':
    case 'del': {
      const Tag = node.t === 'em' && (node.as === 'sub' || node.as === 'sup') ? node.as : node.t;
      return <Tag>{inlines(node.c, options)}</Tag>;
    }
    case 'code': {
      const Tag = node.as === 'kbd' ? 'kbd' : 'code';
      return <Tag>{node.v}</Tag>;
    }
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
    case 'noteref':
      return <sup>{Number(node.n)}</sup>;
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
