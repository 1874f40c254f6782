import { readVideo } from '@handrail/content';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../panel/parts/Icon.js';
import { imageSource, outsideLink } from './links.js';
import type { RenderOptions } from './renderOptions.js';

/**
 * A video as a button; nothing is asked of its host before the click. A page whose policy forbids the player still has
 * the link below it.
 */
export function Video({ src, title, options }: { src: string; title: string; options: RenderOptions }) {
  const { base, say } = options;
  const [state, setState] = useState<'closed' | 'open' | 'failed'>('closed');
  const player = useRef<HTMLIFrameElement & HTMLVideoElement>(null);
  useEffect(() => player.current?.focus(), [state]);
  const video = typeof src === 'string' ? readVideo(src) : null;
  const address = video?.kind === 'file' ? imageSource(video.src, base) : (video?.src ?? src);
  const link = typeof address === 'string' ? outsideLink(address) : null;
  if (!link) return <p>{String(title)}</p>;
  const name = String(title || hostOf(link.href));
  if (!video || state === 'failed') {
    return (
      <a class="video" {...link}>
        <Icon name="play" />
        <span>{`${say('playInTab')}: ${name}`}</span>
      </a>
    );
  }
  if (state === 'closed') {
    return (
      <button type="button" class="poster" onClick={() => setState('open')}>
        <Icon name="play" />
        <b>{say('playVideo', { title: name })}</b>
        <span>{say('playFrom', { host: hostOf(video.kind === 'file' ? link.href : video.play) })}</span>
      </button>
    );
  }
  return (
    <div class="player">
      {video.kind === 'file' ? (
        // biome-ignore lint/a11y/useMediaCaption: the file is all an article has of it
        <video ref={player} src={link.href} title={name} controls autoplay onError={() => setState('failed')} />
      ) : (
        <iframe
          ref={player}
          src={`${video.play}?autoplay=1`}
          title={name}
          allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
          sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
          referrerpolicy="strict-origin-when-cross-origin"
        />
      )}
      <a {...link}>{say('playInTab')}</a>
    </div>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}
