import type { ImageNode, Inline } from '@handrail/content';
import type { ComponentChildren } from 'preact';
import { imageSource, outsideLink } from './links.js';
import { NoteMark } from './notes.js';
import type { RenderOptions } from './renderOptions.js';

/** Draws text. Unknown kinds draw nothing. */
export function inlines(nodes: readonly Inline[], options: RenderOptions): ComponentChildren[] {
  return nodes.map(node => drawInline(node, options));
}

function drawInline(node: Inline, options: RenderOptions): ComponentChildren {
  if (typeof node === 'string') return node;
  switch (node.t) {
    case 'strong':
      return <strong>{inlines(node.c, options)}</strong>;
    case 'em':
      return drawEm(node, options);
    case 'del':
      return <del>{inlines(node.c, options)}</del>;
    case 'code':
      return node.as === 'kbd' ? <kbd>{node.v}</kbd> : <code>{node.v}</code>;
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
      return <NoteMark n={node.n} say={options.say} />;
    case 'img':
      return drawImage(node, options);
    default:
      return null;
  }
}

function drawEm(node: Extract<Inline, { t: 'em' }>, options: RenderOptions) {
  const inner = inlines(node.c, options);
  if (node.as === 'sub') return <sub>{inner}</sub>;
  return node.as === 'sup' ? <sup>{inner}</sup> : <em>{inner}</em>;
}

function drawImage(node: ImageNode, { base, images = 'draw' }: RenderOptions): ComponentChildren {
  const src = imageSource(node.src, base);
  if (src === null || images === 'words') return node.alt;
  if (images === 'link') return <a {...outsideLink(src)}>{node.alt || src}</a>;
  return <img src={src} alt={node.alt} width={node.width} height={node.height} loading="lazy" />;
}
