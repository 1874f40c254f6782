'use client';
import type { ClientStores } from '@handrail/core';
import { useStore } from '@nanostores/react';
import { useProvided } from './useHandrail.js';

type Value<K extends keyof ClientStores> = ReturnType<ClientStores[K]['get']>;

/**
 * The value of any store of the client, drawn again when it changes; what a client begins with while there is none.
 * @throws HandrailError `bad_request` outside a provider
 */
export function useStoreValue<K extends keyof ClientStores>(name: K): Value<K> {
  const { client, idle } = useProvided();
  // Hydration starts from what the server drew: a client may already hold more, such as a draft.
  return useStore((client ?? idle)[name] as never, { ssr: () => idle[name].get() as never }) as Value<K>;
}

/** Lines of the current conversation, in reading order: messages and notices. */
export const useMessages = () => useStoreValue('$messages');
/** The server's record of the current conversation; `null` while it lives in the page. */
export const useConversation = () => useStoreValue('$conversation');
/** All conversations as lines of a list, newest first. */
export const useConversations = () => useStoreValue('$conversations');
/** Who answers: `'bot'`, `'queue'` or `'human'`. */
export const useOwner = () => useStoreValue('$owner');
/** Place in the queue and wait, or `null`. */
export const useQueue = () => useStoreValue('$queue');
/** Who types, or `null`. */
export const useTyping = () => useStoreValue('$typing');
/** How many messages of agents are not read yet. */
export const useUnread = () => useStoreValue('$unread');
/** State of the connection. */
export const useConnection = () => useStoreValue('$connection');
/** Whether a person can come; `null` before it was asked. */
export const useAvailability = () => useStoreValue('$availability');
/** What is searched for, and what was found. */
export const useSearch = () => useStoreValue('$search');
/** The open article, or `null`. */
export const useArticle = () => useStoreValue('$article');
/** What is being typed. */
export const useDraft = () => useStoreValue('$draft');
