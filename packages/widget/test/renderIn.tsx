import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { vi } from 'vitest';
import { createLazyViews } from '../src/panel/lazyViews.js';
import { createNavigation } from '../src/panel/navigation.js';
import { PanelContext, type PanelContextValue } from '../src/panel/panelContext.js';
import { en } from '../src/text/en.js';
import { createWords } from '../src/text/words.js';
import { type FakeClient, fakeClient, NOW } from './fakeClient.js';

/** English with British clocks, at the tests' noon. */
export const words = createWords(en, 'en', 'en-GB', () => NOW);

// The test document neither scrolls nor knows style features.
Element.prototype.scrollTo ??= () => {};
Element.prototype.scrollIntoView ??= () => {};
globalThis.CSS ??= { supports: () => true, escape: (text: string) => text } as unknown as typeof CSS;

/** Draws a part of the panel with a client that only records. */
export function renderIn(
  part: (client: FakeClient) => ComponentChildren,
  prepare: (client: FakeClient) => void = () => {},
  context: Partial<PanelContextValue> = {},
) {
  const client = fakeClient();
  prepare(client);
  const navigation = createNavigation();
  const announce = vi.fn<(text: string) => void>();
  const value: PanelContextValue = {
    client,
    words,
    navigation,
    config: { name: 'Northwind Bikes' },
    canReachPeople: true,
    close: () => {},
    wide: false,
    setWide: () => {},
    announce,
    heard: new Set(),
    lazy: createLazyViews(() => {}),
    ...context,
  };
  const view = render(<PanelContext.Provider value={value}>{part(client)}</PanelContext.Provider>);
  return { ...view, client, navigation, announce };
}
