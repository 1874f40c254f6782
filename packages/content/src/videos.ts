import { checkLink, checkSource } from './links.js';

/** A video that may be played inside the panel, after a click. */
export interface Video {
  /** `frame`: the host's own player, embedded. `file`: a file the browser plays. */
  readonly kind: 'frame' | 'file';
  /** Where a person watches it, and what a tree keeps. */
  readonly src: string;
  /** What is loaded after the click. */
  readonly play: string;
}

const FILE = /\.(?:mp4|webm)(?:[?#]|$)/i;

/** Hosts whose players are embedded: how an address names the video, where one watches it, and the player. */
const HOSTS: readonly { readonly address: RegExp; readonly watch: string; readonly player: string }[] = [
  {
    address:
      /^(?:(?:www|m)\.)?(?:youtu\.be\/|youtube(?:-nocookie)?\.com\/(?:embed\/|shorts\/|live\/|watch\?(?:[^#]*&)?v=))([\w-]{3,20})/i,
    watch: 'https://www.youtube.com/watch?v=',
    player: 'https://www.youtube-nocookie.com/embed/',
  },
  {
    address: /^(?:(?:www|player)\.)?vimeo\.com\/(?:video\/)?(\d{3,15})/i,
    watch: 'https://vimeo.com/',
    player: 'https://player.vimeo.com/video/',
  },
  {
    address: /^(?:www\.)?loom\.com\/(?:share|embed)\/([\da-f]{8,40})/i,
    watch: 'https://www.loom.com/share/',
    player: 'https://www.loom.com/embed/',
  },
  {
    address: /^(?:[\w-]{1,60}\.)?wistia\.(?:com|net)\/(?:medias|embed\/(?:iframe|medias))\/([\da-z]{6,20})/i,
    watch: 'https://fast.wistia.net/embed/iframe/',
    player: 'https://fast.wistia.net/embed/iframe/',
  },
];

/**
 * The video behind an address, or `null`: YouTube, Vimeo, Loom and Wistia in any of their forms, and `.mp4` and `.webm`
 * files over https or of the same site.
 */
export function readVideo(address: string): Video | null {
  const link = checkLink(address.replace(/^(?=\/\/)/, 'https:'));
  if (link === null) return null;
  const place = /^https?:\/\/(.*)$/i.exec(link)?.[1];
  for (const { address: known, watch, player } of place === undefined ? [] : HOSTS) {
    const id = known.exec(place ?? '')?.[1];
    if (id !== undefined) return { kind: 'frame', src: `${watch}${id}`, play: `${player}${id}` };
  }
  const source = FILE.test(link) ? checkSource(link) : null;
  return source === null ? null : { kind: 'file', src: source, play: source };
}
