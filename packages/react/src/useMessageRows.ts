'use client';
import { createUnreadMark, type MessageRow, messageRows, type RowOptions } from '@handrail/core/parts';
import { useState } from 'react';
import { useConversation, useMessages } from './useStoreValue.js';

/**
 * Lines of the current conversation, each with what begins and ends at it: days, groups, the unread line.
 * @throws HandrailError `bad_request` outside a provider
 */
export function useMessageRows(options: Omit<RowOptions, 'unread'> = {}): readonly MessageRow[] {
  const [mark] = useState(() => createUnreadMark());
  const unread = mark(useConversation());
  return messageRows(useMessages(), { ...options, unread });
}
