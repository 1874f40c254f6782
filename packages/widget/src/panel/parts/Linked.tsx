import { textLinks } from '@handrail/content';
import { outsideLink } from '../../render/links.js';

/** A plain text whose addresses are links. */
export function Linked({ text }: { text: string }) {
  return (
    <>
      {textLinks(text).map(piece => {
        if (typeof piece === 'string') return piece;
        if (piece.t !== 'link') return null;
        return (
          <a {...outsideLink(piece.href)} dir="ltr">
            {piece.c}
          </a>
        );
      })}
    </>
  );
}
