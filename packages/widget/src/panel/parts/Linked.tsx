import { textLinks } from '@handrail/content';
import { outsideLink } from '../../render/links.js';

/** A plain text whose addresses are links. */
export function Linked({ text }: { text: string }) {
  return (
    <>
      {textLinks(text).map(piece => {
        if (typeof piece === 'string') return piece;
        const link = piece.t === 'link' ? outsideLink(piece.href) : null;
        return link && piece.t === 'link' ? (
          <a {...link} dir="ltr">
            {piece.c}
          </a>
        ) : null;
      })}
    </>
  );
}
