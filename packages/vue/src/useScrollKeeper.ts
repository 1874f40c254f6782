import { createScrollKeeper } from '@handrail/core/parts';
import { useStore } from '@nanostores/vue';
import { onMounted, type Ref, type ShallowRef, shallowRef, watch } from 'vue';
import { useHandrail } from './useHandrail.js';
import { useMessages, useStoreValue, useTyping } from './useStoreValue.js';

/** What `useScrollKeeper` gives. */
export interface ScrollParts {
  /** For `ref` on the element that scrolls. */
  readonly box: ShallowRef<HTMLElement | null>;
  /** For `@scroll` there. */
  readonly scrolled: () => void;
  /** Lines that came below what is on the screen; a button to them shows while it is not 0. */
  readonly unseen: Readonly<Ref<number>>;
  readonly toEnd: () => void;
}

/**
 * Keeps a log at its end while one is there, in place while one reads further up, and reads earlier pages when they are wanted.
 * @throws HandrailError `bad_request` where no client is provided
 */
export function useScrollKeeper(): ScrollParts {
  const client = useHandrail();
  const keeper = createScrollKeeper();
  const box = shallowRef<HTMLElement | null>(null);
  const [items, typing, hasOlder] = [useMessages(), useTyping(), useStoreValue('$hasOlder')];
  const moveTo = (top: number | null) => {
    if (box.value && top !== null) box.value.scrollTop = top;
  };
  const changed = () => moveTo(keeper.changed(items.value, box.value?.scrollHeight ?? 0));
  onMounted(changed);
  watch([items, typing], changed, { flush: 'post' });
  return {
    box,
    unseen: useStore(keeper.$unseen),
    scrolled() {
      if (box.value && keeper.scrolled(box.value) && hasOlder.value) void client?.loadOlder().catch(() => {});
    },
    toEnd() {
      keeper.toEnd();
      moveTo(box.value?.scrollHeight ?? null);
    },
  };
}
