export { HandrailProvider, type HandrailProviderProps } from './HandrailProvider.js';
export { HandrailWidget, type HandrailWidgetProps } from './HandrailWidget.js';
export { useHandrail } from './useHandrail.js';
export { useHandrailEvent } from './useHandrailEvent.js';
export {
  useArticle,
  useAvailability,
  useConnection,
  useConversation,
  useConversations,
  useDraft,
  useMessages,
  useOwner,
  useQueue,
  useSearch,
  useStoreValue,
  useTyping,
  useUnread,
} from './useStoreValue.js';
