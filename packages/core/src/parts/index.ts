export {
  type Announced,
  type Announcer,
  type AnnouncerOptions,
  type AnnouncerWords,
  createAnnouncer,
} from './announcer.js';
export {
  type Composer,
  type ComposerClient,
  type ComposerFile,
  type ComposerState,
  createComposer,
  isEmpty,
} from './composer.js';
export type { KeyLike } from './composition.js';
export { type DayOptions, dayLabel } from './dayLabel.js';
export { type MarkedPart, markedParts } from './marked.js';
export { type MessageRow, messageRows, type RowOptions } from './messageRows.js';
export { noClient, type PartsClient } from './noClient.js';
export { createScrollKeeper, type ScrollKeeper, type ScrollOptions, type ScrollPlace } from './scrollKeeper.js';
export {
  type ComboboxProps,
  createSearchBox,
  type HitTarget,
  hitTargets,
  type ListboxProps,
  type OptionProps,
  type SearchBox,
  type SearchBoxClient,
  type SearchBoxOptions,
  type SearchView,
} from './searchBox.js';
export { createUnreadMark, type UnreadMark } from './unreadMark.js';
