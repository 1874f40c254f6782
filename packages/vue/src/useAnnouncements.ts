import { type AnnouncerWords, createAnnouncer } from '@handrail/core/parts';
import { onMounted, onScopeDispose, type Ref, ref, watchEffect } from 'vue';
import { useConversation, useMessages, useStoreValue, useTyping } from './useStoreValue.js';

/**
 * What a screen reader should be told of the conversation now: the whole text of an element with `role="status"`.
 * @param words asked each time, as the language may change
 * @param burst milliseconds in which what arrives is told in one go. Default: 200
 * @throws HandrailError `bad_request` where no client is provided
 */
export function useAnnouncements(words: () => AnnouncerWords, burst = 200): Readonly<Ref<string>> {
  const said = ref('');
  const [items, typing, thinking] = [useMessages(), useTyping(), useStoreValue('$thinking')];
  const conversation = useConversation();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));
  onMounted(() => {
    const announcer = createAnnouncer({
      words,
      since: performance.timeOrigin,
      say: text => {
        said.value = text;
      },
      later: run => {
        timer = setTimeout(run, burst);
      },
    });
    watchEffect(() =>
      announcer.update({
        items: items.value,
        thinking: thinking.value,
        typing: typing.value,
        read: conversation.value?.marks.visitor.read ?? 0,
      }),
    );
  });
  return said;
}
