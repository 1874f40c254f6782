import { expect, test } from 'vitest';
import { idleStores } from '../idleStores.js';
import { createComposer } from './composer.js';
import { noClient } from './noClient.js';
import { createSearchBox } from './searchBox.js';

test('without a client models show the beginning, and what is asked of it is refused', async () => {
  const client = noClient(idleStores());
  const composer = createComposer(client);
  composer.input('lost');
  await composer.send();
  expect([client.$draft.get(), composer.$state.get().problem]).toEqual(['', null]);
  const box = createSearchBox(client, { id: 'results', open: () => {} });
  box.input('refund');
  expect(box.view(client.$search.get(), null).expanded).toBe(false);
  await expect(client.sendMessage('x')).rejects.toMatchObject({ code: 'bad_request' });
});
