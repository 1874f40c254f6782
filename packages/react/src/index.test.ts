import type { Handrail, TimelineItem } from '@handrail/core';
import { expect, expectTypeOf, test } from 'vitest';
import * as react from './index.js';

test('exports', () => {
  expect(Object.keys(react).sort()).toMatchInlineSnapshot(`
    [
      "HandrailProvider",
      "HandrailWidget",
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

test('types of hooks are the types of core', () => {
  expectTypeOf(react.useHandrail).returns.toEqualTypeOf<Handrail | null>();
  expectTypeOf(react.useMessages).returns.toEqualTypeOf<readonly TimelineItem[]>();
  expectTypeOf(react.useOwner).returns.toEqualTypeOf<'bot' | 'queue' | 'human'>();
  expectTypeOf(react.useUnread).returns.toEqualTypeOf<number>();
  expectTypeOf(react.useStoreValue<'$draft'>).returns.toEqualTypeOf<string>();
  // @ts-expect-error no store has this name
  expectTypeOf(react.useStoreValue<'$nothing'>).returns.toEqualTypeOf<never>();
  // @ts-expect-error either a client or options
  expectTypeOf<{ client: Handrail; options: { knowledge: string } }>().toExtend<react.HandrailProviderProps>();
});
