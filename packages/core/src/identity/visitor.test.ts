import { manualClock } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { defaultEnvironment, type ResponseLike } from '../environment.js';
import { memoryStorage } from '../storage/memory.js';
import { createIdentity } from './visitor.js';

function make(kept?: string) {
  const storage = memoryStorage();
  if (kept !== undefined) storage.set('who', kept);
  const answers: (() => void)[] = [];
  let asked = 0;
  const fetch = () => {
    const visitor = { visitor: `v${++asked}`, token: `token-${asked}` };
    return new Promise<ResponseLike>(resolve =>
      answers.push(() =>
        resolve({ ok: true, status: 200, headers: { get: () => null }, json: async () => visitor } as never),
      ),
    );
  };
  const identity = createIdentity(defaultEnvironment(storage, { fetch }), storage, 'who', 'https://s', 'demo');
  return { identity, storage, answers, asked: () => asked };
}

test('asks once at the first need, and keeps the answer', async () => {
  const { identity, storage, answers, asked } = make();
  expect([identity.current(), asked()]).toEqual([null, 0]);
  const both = Promise.all([identity.ensure(), identity.ensure()]);
  answers[0]?.();
  const [one, two] = await both;
  expect(one).toBe(two);
  expect(one).toMatchObject({ visitor: 'v1', token: 'token-1' });
  expect([asked(), JSON.parse(storage.get('who') ?? '')]).toEqual([1, one]);
  const again = make(storage.get('who') ?? '');
  expect(await again.identity.ensure()).toEqual(one);
  expect(again.asked()).toBe(0);
});

test('tabs that ask at the same time are one visitor: the first answer counts', async () => {
  const { identity, storage, answers } = make();
  const mine = identity.ensure();
  const theirs = { visitor: 'v9', token: 'token-9', device: 'd9' };
  storage.set('who', JSON.stringify(theirs));
  answers[0]?.();
  expect(await mine).toEqual(theirs);
  expect([identity.current(), JSON.parse(storage.get('who') ?? '')]).toEqual([theirs, theirs]);
});

test('what another tab was granted meanwhile is not asked for again', async () => {
  const { identity, storage, asked } = make();
  const theirs = { visitor: 'v9', token: 'token-9', device: 'd9' };
  storage.set('who', JSON.stringify(theirs));
  expect([await identity.ensure(), asked()]).toEqual([theirs, 0]);
});

test.each(['x', 'null', '{}', '{"visitor":"v"}'])('a damaged identity is none: %s', kept => {
  expect(make(kept).identity.current()).toBeNull();
});

test('an answer that comes after signing out belongs to nobody', async () => {
  const { identity, storage, answers } = make();
  const before = identity.ensure();
  identity.forget();
  const after = identity.ensure();
  answers[0]?.();
  await expect(before).rejects.toMatchObject({ code: 'destroyed' });
  expect([identity.current(), storage.get('who')]).toEqual([null, null]);
  answers[1]?.();
  expect(await after).toMatchObject({ visitor: 'v2' });
  await manualClock().settle();
  expect(identity.current()?.visitor).toBe('v2');
});

test('a newer token of the same visitor, or of the sign-in that took it over, is taken; somebody else’s is not', async () => {
  const mine = { visitor: 'v1', token: 'token-1', device: 'd1' };
  const { identity, storage, asked } = make(JSON.stringify(mine));
  const renewed = { ...mine, token: 'token-2' };
  storage.set('who', JSON.stringify(renewed));
  expect(await identity.ensure()).toEqual(renewed);
  const person = { visitor: 'p1', token: 'session-1', device: 'd1', was: 'v1' };
  storage.set('who', JSON.stringify(person));
  expect(await identity.ensure()).toEqual(person);
  const next = { visitor: 'p2', token: 'session-2', device: 'd2', was: 'v2' };
  storage.set('who', JSON.stringify(next));
  expect([await identity.ensure(), identity.current(), asked()]).toEqual([person, person, 0]);
  expect([identity.forget(), storage.get('who')]).toEqual([false, JSON.stringify(next)]);
});

test('forgets what is stored of this visitor, whatever token it has by now', async () => {
  const mine = { visitor: 'v1', token: 'token-1', device: 'd1' };
  const { identity, storage } = make(JSON.stringify(mine));
  storage.set('who', JSON.stringify({ ...mine, token: 'token-2' }));
  expect([identity.forget(), storage.get('who'), identity.current()]).toEqual([true, null, null]);
});
