import type { Handrail, TimelineItem } from '@handrail/core';
import type { Action } from 'svelte/action';
import type { Readable } from 'svelte/store';
import { expect, expectTypeOf, test } from 'vitest';
import * as svelte from './index.js';

test('exports', () => {
  expect(Object.keys(svelte).sort()).toMatchInlineSnapshot(`
    [
      "getAnnouncements",
      "getComposer",
      "getHandrail",
      "getHandrailStores",
      "getMessageRows",
      "getScrollKeeper",
      "getSearchBox",
      "handrailWidget",
      "onHandrailEvent",
      "setHandrail",
    ]
  `);
});

test('the stores are stores of Svelte, with the types of core', () => {
  expectTypeOf(svelte.getHandrail).returns.toEqualTypeOf<Handrail | null>();
  expectTypeOf<svelte.HandrailStores['messages']>().toExtend<Readable<readonly TimelineItem[]>>();
  expectTypeOf<svelte.HandrailStores['unread']>().toExtend<Readable<number>>();
  expectTypeOf(svelte.handrailWidget).toExtend<Action<HTMLElement, svelte.HandrailWidgetOptions>>();
  // @ts-expect-error either a client or options
  expectTypeOf<{ client: Handrail; options: { knowledge: string } }>().toExtend<svelte.HandrailSource>();
});
