import { createUnreadMark, type MessageRow, messageRows, type RowOptions } from '@handrail/core/parts';
import { type ComputedRef, computed } from 'vue';
import { useConversation, useMessages } from './useStoreValue.js';

/**
 * Lines of the current conversation, each with what begins and ends at it: days, groups, the unread line.
 * @throws HandrailError `bad_request` where no client is provided
 */
export function useMessageRows(options: Omit<RowOptions, 'unread'> = {}): ComputedRef<readonly MessageRow[]> {
  const [items, conversation] = [useMessages(), useConversation()];
  const mark = createUnreadMark();
  return computed(() => messageRows(items.value, { ...options, unread: mark(conversation.value) }));
}
