export { HandrailWidget, type HandrailWidgetExposed } from './HandrailWidget.js';
export { type HandrailSource, handrail, provideHandrail } from './provideHandrail.js';
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
