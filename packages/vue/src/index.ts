export { HandrailWidget, type HandrailWidgetExposed } from './HandrailWidget.js';
export { type HandrailSource, handrail, provideHandrail } from './provideHandrail.js';
export { useAnnouncements } from './useAnnouncements.js';
export { type ComposerField, type ComposerParts, useComposer } from './useComposer.js';
export { useHandrail } from './useHandrail.js';
export { useHandrailEvent } from './useHandrailEvent.js';
export { useMessageRows } from './useMessageRows.js';
export { type ScrollParts, useScrollKeeper } from './useScrollKeeper.js';
export { type SearchBoxParts, type SearchField, useSearchBox } from './useSearchBox.js';
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
