import { createUnreadMark, type MessageRow, messageRows, type RowOptions } from '@handrail/core/parts';
import { derived, type Readable } from 'svelte/store';
import { getHandrailStores } from './getHandrailStores.js';

/**
 * While a component initialises: lines of the current conversation, each with what begins and ends at it: days, groups, the unread
 * line.
 * @throws HandrailError `bad_request` where no client was given
 */
export function getMessageRows(options: Omit<RowOptions, 'unread'> = {}): Readable<readonly MessageRow[]> {
  const { messages, conversation } = getHandrailStores();
  const mark = createUnreadMark();
  return derived([messages, conversation], ([items, current]) =>
    messageRows(items, { ...options, unread: mark(current) }),
  );
}
