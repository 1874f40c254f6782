import type { ConversationLine } from '@handrail/core';
import { atom } from 'nanostores';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseSound } from './soundChoice.js';
import { watchNews } from './watchNews.js';

let hidden = false;
beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  vi.stubGlobal('AudioContext', class {});
  document.title = 'Shop';
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  chooseSound(false, true);
  localStorage.clear();
  hidden = false;
});

function watch(config: { sound?: boolean; unreadTitle?: boolean } = {}) {
  const [$unread, $conversations] = [atom(0), atom<ConversationLine[]>([])];
  const play = vi.fn();
  const stop = watchNews({ client: { $unread, $conversations }, config: () => ({ name: 'Shop', ...config }), play });
  const arrive = (unread: number, at = performance.timeOrigin + unread) => {
    $conversations.set([{ id: 'c', owner: 'human', status: 'open', text: '', at, unread }]);
    $unread.set(unread);
  };
  return { play, stop, arrive };
}
const settle = () => vi.advanceTimersByTimeAsync(500);
function turn(away: boolean) {
  hidden = away;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('the title counts while the page is in the background only', () => {
  const { arrive, stop } = watch();
  arrive(1);
  expect(document.title).toBe('Shop');
  turn(true);
  expect(document.title).toBe('(1) Shop');
  arrive(2);
  expect(document.title).toBe('(2) Shop');
  turn(false);
  expect(document.title).toBe('Shop');
  turn(true);
  stop();
  expect(document.title).toBe('Shop');
});

test('a site may want its title for itself', () => {
  const { arrive, stop } = watch({ unreadTitle: false });
  hidden = true;
  arrive(1);
  expect(document.title).toBe('Shop');
  stop();
});

test('a sound only for who chose one, once for what arrives together', async () => {
  const { play, arrive, stop } = watch();
  arrive(1);
  await settle();
  expect(play).not.toHaveBeenCalled();
  chooseSound(true, true);
  arrive(2);
  arrive(3);
  await settle();
  expect(play).toHaveBeenCalledTimes(1);
  arrive(4);
  await settle();
  expect(play).toHaveBeenCalledTimes(2);
  stop();
});

test('no sound for what was read at once elsewhere, for what an earlier page had, or where the site wants none', async () => {
  chooseSound(true, true);
  const { play, arrive, stop } = watch();
  arrive(1);
  arrive(0);
  await settle();
  arrive(1, performance.timeOrigin - 1);
  await settle();
  expect(play).not.toHaveBeenCalled();
  stop();
  const silent = watch({ sound: false });
  silent.arrive(1);
  await settle();
  expect(silent.play).not.toHaveBeenCalled();
  silent.stop();
});

test('two tabs of a browser: one sound', async () => {
  chooseSound(true, true);
  const tabs = [watch(), watch()];
  for (const { arrive } of tabs) arrive(1);
  await settle();
  expect(tabs.map(({ play }) => play.mock.calls.length).sort()).toEqual([0, 1]);
  for (const { stop } of tabs) stop();
});

test('where storage is refused the choice holds for the page', async () => {
  const refuse = () => {
    throw new Error('refused');
  };
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  chooseSound(true, true);
  const { play, arrive, stop } = watch();
  arrive(1);
  await settle();
  expect(play).toHaveBeenCalledTimes(1);
  stop();
});
