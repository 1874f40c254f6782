import type { Entry } from '../en.js';

/** Words of the tags of a conversation, and of lists by tag. */
export const tags = {
  tags: 'Tags',
  addTag: 'Add a tag',
  removeTag: 'Remove the tag {tag}',
  tagsInUse: 'Tags in use',
  tagAdded: 'Tag {tag} added',
  tagRemoved: 'Tag {tag} removed',
  tagsHint: 'Customers never see tags.',
  filterByTag: 'Show by tag',
  everyTag: 'All tags',
  noTagged: 'Nothing here has the tag “{tag}”.',
  keyTag: 'Add a tag',
} as const satisfies Record<string, Entry>;

/** The same words in another language. */
export type TagsTexts = Readonly<Record<keyof typeof tags, Entry>>;
