import type { Attributes } from '@handrail/core';
import type { Calls, Shim } from '../shim.js';

/** What the methods of `$chatwoot` do, by name; a text says why nothing is done. */
export function chatwootCalls(shim: Shim) {
  let id: unknown;
  let about: Record<string, unknown> = {};
  const name = (more: Record<string, unknown>) => {
    about = { ...about, ...more };
    return shim.identify(id, about);
  };

  return {
    toggle(state?: string) {
      if (state === 'close') return shim.call('close');
      return shim.call(state === 'open' ? 'open' : 'toggle');
    },
    toggleBubbleVisibility: (state: string) => shim.call(state === 'hide' ? 'hide' : 'show'),
    setUser(identifier: unknown, { identifier_hash: _, ...user }: Record<string, unknown> = {}) {
      id = identifier;
      return name(user);
    },
    setCustomAttributes: name,
    deleteCustomAttribute: (attribute: string) => name({ [attribute]: undefined }),
    setLocale: (tag: string) => shim.call('setLocale', tag.replace('_', '-')),
    setColorScheme: (scheme: string) =>
      shim.call('setTheme', scheme === 'dark' || scheme === 'auto' ? scheme : 'light'),
    reset() {
      id = undefined;
      about = {};
      shim.call('close');
      return shim.logout();
    },
    isOpen: () => shim.call('isOpen') === true,
    popoutChatWindow: 'The panel has no window of its own.',
    setConversationCustomAttributes: (attributes: Attributes) => shim.call('setConversationAttributes', attributes),
    deleteConversationCustomAttribute: (attribute: string) =>
      shim.call('setConversationAttributes', { [attribute]: null }),
    setLabel: (label: string) => shim.call('addTags', label),
    removeLabel: (label: string) => shim.call('removeTags', label),
  } satisfies Calls;
}

/** Tells the page one event. */
type Tell = (detail?: object) => void;

/** When an event of Chatwoot is told to the page, by name; a text says why never. */
export function chatwootEvents(shim: Shim) {
  return {
    'chatwoot:on-message': (tell: Tell) =>
      shim.on('message:received', ({ data: { id, text: content, name } }) =>
        tell({ id, content, message_type: 1, sender: { name } }),
      ),
    'chatwoot:on-start-conversation': (tell: Tell) =>
      shim.on('conversation:start', () => tell({ hasConversation: true })),
    'chatwoot:opened': (tell: Tell) => shim.on('open', () => tell()),
    'chatwoot:closed': (tell: Tell) => shim.on('close', () => tell()),
    'chatwoot:postback': (tell: Tell) =>
      shim.on('postback', ({ data: { value, label } }) => tell({ value, title: label })),
    'chatwoot:error': 'A widget that does not load is told in the console.',
  } satisfies Calls;
}
