import { checkSource } from '@handrail/content';
import { useState } from 'preact/hooks';
import type { CardContent } from './Card.js';

/** A picture from elsewhere, in a place kept free for it. One the page does not allow, or that is gone, leaves its words. */
export function CardPicture({
  picture: { src, alt, width, height },
}: {
  picture: NonNullable<CardContent['picture']>;
}) {
  const [isGone, setGone] = useState(false);
  const source = checkSource(src);
  if (isGone || !source?.startsWith('https://')) {
    return alt ? (
      <p class="meta" dir="auto">
        {alt}
      </p>
    ) : null;
  }
  return (
    <img
      src={source}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={() => setGone(true)}
    />
  );
}
