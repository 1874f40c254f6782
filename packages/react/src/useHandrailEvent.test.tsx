/** @jsxImportSource react */
import { createHandrail, type Handrail, type HandrailError } from '@handrail/core';
import { render } from '@testing-library/react';
import { expect, expectTypeOf, test } from 'vitest';
import { shop } from '../test/shop.js';
import { HandrailProvider } from './HandrailProvider.js';
import { useHandrailEvent } from './useHandrailEvent.js';

const heard: string[] = [];

function Ear({ name }: { name: string }) {
  useHandrailEvent('error', ({ data }) => {
    expectTypeOf(data.error).toEqualTypeOf<HandrailError>();
    heard.push(`${name} ${data.code}`);
  });
  return null;
}

test('the newest handler hears the current client, and none after the end', async () => {
  const at = (client: Handrail, name: string) => (
    <HandrailProvider client={client}>
      <Ear name={name} />
    </HandrailProvider>
  );
  const [first, second] = [createHandrail(shop().options), createHandrail(shop().options)];
  const fail = (client: Handrail) => client.openArticle('none').catch(() => {});

  const { rerender, unmount } = render(at(first, 'a'));
  await fail(first);
  rerender(at(first, 'b'));
  await fail(first);
  rerender(at(second, 'c'));
  await fail(first);
  await fail(second);
  unmount();
  await fail(second);
  expect(heard).toEqual(['a knowledge_failed', 'b knowledge_failed', 'c knowledge_failed']);
  first.destroy();
  second.destroy();
});
