import type { Handrail, TimelineItem } from '@handrail/core';
import { expect, expectTypeOf, test } from 'vitest';
import type { ShallowRef } from 'vue';
import * as vue from './index.js';

test('exports', () => {
  expect(Object.keys(vue).sort()).toMatchInlineSnapshot(`
    [
      "HandrailWidget",
      "handrail",
      "provideHandrail",
      "useAnnouncements",
      "useArticle",
      "useAvailability",
      "useComposer",
      "useConnection",
      "useConversation",
      "useConversations",
      "useDraft",
      "useHandrail",
      "useHandrailEvent",
      "useMessageRows",
      "useMessages",
      "useOwner",
      "useQueue",
      "useScrollKeeper",
      "useSearch",
      "useSearchBox",
      "useStoreValue",
      "useTyping",
      "useUnread",
    ]
  `);
});

test('types of composables are the types of core', () => {
  expectTypeOf(vue.useHandrail).returns.toEqualTypeOf<Handrail | null>();
  expectTypeOf(vue.useMessages).returns.toEqualTypeOf<Readonly<ShallowRef<readonly TimelineItem[]>>>();
  expectTypeOf(vue.useStoreValue<'$draft'>).returns.toEqualTypeOf<Readonly<ShallowRef<string>>>();
  // @ts-expect-error no store has this name
  expectTypeOf(vue.useStoreValue<'$nothing'>).returns.toEqualTypeOf<never>();
  // @ts-expect-error either a client or options
  expectTypeOf<{ client: Handrail; options: { knowledge: string } }>().toExtend<vue.HandrailSource>();
});
