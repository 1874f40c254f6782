import { expect, test } from 'vitest';
import { createDeadline } from './deadline.js';

/** A promise that is settled from outside. */
function open<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

test('work in time is what it is, well or badly, and the wait is told', async () => {
  const signals: AbortSignal[] = [];
  const deadline = createDeadline(50, (ms, signal) => {
    expect(ms).toBe(50);
    signals.push(signal);
    return new Promise(() => {});
  });
  expect(await deadline(async () => 7)).toBe(7);
  await expect(deadline(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test('nothing is started before all that was late has ended, also badly', async () => {
  const waits = [open<void>(), open<void>()];
  let waiting = 0;
  const deadline = createDeadline(50, () => waits[waiting++]?.promise ?? new Promise(() => {}));
  const works = [open<number>(), open<number>()];
  const both = works.map(({ promise }) => deadline(() => promise));
  for (const { resolve } of waits) resolve();
  for (const each of both) await expect(each).rejects.toThrow('expected an answer within 50 ms, got none');
  works[0]?.resolve(1);
  await works[0]?.promise;
  await expect(deadline(async () => 3)).rejects.toThrow('still busy with an earlier message');
  works[1]?.reject(new Error('late and broken'));
  await works[1]?.promise.catch(() => {});
  expect(await deadline(async () => 4)).toBe(4);
});

test('a wait that stops early, or fails once it is not needed, changes nothing', async () => {
  const deadline = createDeadline(
    50,
    (_ms, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  );
  expect(await deadline(async () => 1)).toBe(1);
  expect(await deadline(async () => 2)).toBe(2);
});

test('no wait, no limit', async () => {
  expect(await createDeadline(1, undefined)(async () => 5)).toBe(5);
});
