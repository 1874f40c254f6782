import { expect, test } from 'vitest';
import { readVideo } from './videos.js';

const TUBE = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

test.each([
  ['https://youtu.be/dQw4w9WgXcQ?t=3', TUBE],
  ['https://www.youtube.com/watch?list=x&v=dQw4w9WgXcQ', TUBE],
  ['https://m.youtube.com/shorts/dQw4w9WgXcQ', TUBE],
  ['//www.youtube-nocookie.com/embed/dQw4w9WgXcQ', TUBE],
  ['https://player.vimeo.com/video/76979871?h=1', 'https://vimeo.com/76979871'],
  [
    'https://www.loom.com/share/0281766fa2d04bb788eaf19e65135184',
    'https://www.loom.com/share/0281766fa2d04bb788eaf19e65135184',
  ],
  ['https://acme.wistia.com/medias/e4a27b971d', 'https://fast.wistia.net/embed/iframe/e4a27b971d'],
  ['https://a.example/film.mp4?x=1', 'https://a.example/film.mp4?x=1'],
  ['films/a.webm', 'films/a.webm'],
])('%s is a video', (address, src) => expect(readVideo(address)?.src).toBe(src));

test.each([
  'https://www.youtube.com/@channel',
  'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
  'https://evil.example/youtu.be/dQw4w9WgXcQ',
  'https://evil.example/?https://youtu.be/dQw4w9WgXcQ',
  'https://www.youtube.com@evil.example/embed/dQw4w9WgXcQ',
  'http://a.example/film.mp4',
  'javascript:alert(1)//youtu.be/dQw4w9WgXcQ',
  'data:video/mp4;base64,.mp4',
  '',
])('%s is none', address => expect(readVideo(address)).toBeNull());

test('what is played is the host’s player', () => {
  expect(readVideo(TUBE)).toEqual({
    kind: 'frame',
    src: TUBE,
    play: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
  });
});
