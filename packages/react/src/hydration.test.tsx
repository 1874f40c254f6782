/** @jsxImportSource react */
import { createHandrail } from '@handrail/core';
import { act, render } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { shop } from '../test/shop.js';
import { HandrailProvider } from './HandrailProvider.js';
import { useDraft } from './useStoreValue.js';

const Draft = () => <p>{useDraft()}</p>;

test('a kept draft appears after hydration, which finds no difference', async () => {
  const error = vi.spyOn(console, 'error');
  const client = createHandrail(shop().options);
  const page = (
    <HandrailProvider client={client}>
      <Draft />
    </HandrailProvider>
  );
  const container = document.createElement('div');
  container.innerHTML = renderToString(page);
  client.setDraft('Where is');
  await act(async () => void render(page, { container, hydrate: true }));
  expect(container.textContent).toBe('Where is');
  expect(error).not.toHaveBeenCalled();
  client.destroy();
});
