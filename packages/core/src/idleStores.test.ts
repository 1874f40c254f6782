import { expect, test, vi } from 'vitest';
import { createHandrail } from './createHandrail.js';
import type { ClientStores } from './handrail.js';
import { idleStores } from './idleStores.js';

test('every store of a new client, with what it holds', () => {
  const client = createHandrail({ knowledge: '/help/' });
  const idle = idleStores();
  const names = Object.keys(client).filter(name => name.startsWith('$')) as (keyof ClientStores)[];
  const shown = names.filter(name => !['$threads', '$unsent', '$thread'].includes(name));

  expect(Object.keys(idle).sort()).toEqual(shown.sort());
  for (const name of shown) expect(idle[name].get(), name).toEqual(client[name].get());
  client.destroy();
});

test('looking at them starts no timer', () => {
  const setTimeout = vi.spyOn(globalThis, 'setTimeout');
  for (const store of Object.values(idleStores())) store.get();
  expect(setTimeout).not.toHaveBeenCalled();
  setTimeout.mockRestore();
});

test('the language is given', () => {
  expect(idleStores('de').$locale.get()).toBe('de');
});
