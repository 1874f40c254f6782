import type { ClientStores } from '@handrail/core';
import { useStore } from '@nanostores/vue';
import type { ShallowRef } from 'vue';
import { useProvided } from './useHandrail.js';

type Value<K extends keyof ClientStores> = Readonly<ShallowRef<ReturnType<ClientStores[K]['get']>>>;

/**
 * A read-only ref to the value of any store of the client; to what a client begins with while there is none.
 * @throws HandrailError `bad_request` where no client is provided
 */
export function useStoreValue<K extends keyof ClientStores>(name: K): Value<K> {
  const { client, idle } = useProvided();
  return useStore((client ?? idle)[name] as never) as Value<K>;
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
