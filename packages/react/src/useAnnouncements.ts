'use client';
import { type AnnouncerWords, createAnnouncer } from '@handrail/core/parts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useHandrail } from './useHandrail.js';
import { useConversation, useMessages, useStoreValue, useTyping } from './useStoreValue.js';

/**
 * What a screen reader should be told of the conversation now: the whole text of an element with `role="status"`.
 * @param burst milliseconds in which what arrives is told in one go. Default: 200
 * @throws HandrailError `bad_request` outside a provider
 */
export function useAnnouncements(words: AnnouncerWords, burst = 200): string {
  const client = useHandrail();
  const [said, say] = useState('');
  const newest = useRef(words);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another client is another conversation
  const announcer = useMemo(() => {
    const since = typeof performance === 'undefined' ? 0 : performance.timeOrigin;
    return createAnnouncer({ words: () => newest.current, say, since, later: run => setTimeout(run, burst) });
  }, [client, burst]);
  const [items, typing, thinking] = [useMessages(), useTyping(), useStoreValue('$thinking')];
  const read = useConversation()?.marks.visitor.read ?? 0;
  useEffect(() => {
    newest.current = words;
    announcer.update({ items, thinking, typing, read });
  });
  return said;
}
