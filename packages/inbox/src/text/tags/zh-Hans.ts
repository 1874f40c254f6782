import type { TagsTexts } from './en.js';

/** Words of the tags of a conversation, and of lists by tag. */
export const tags: TagsTexts = {
  tags: '标签',
  addTag: '添加标签',
  removeTag: '移除标签“{tag}”',
  tagsInUse: '使用中的标签',
  tagAdded: '已添加标签“{tag}”',
  tagRemoved: '已移除标签“{tag}”',
  tagsHint: '客户看不到标签。',
  filterByTag: '按标签筛选',
  everyTag: '所有标签',
  noTagged: '这里没有带“{tag}”标签的对话。',
  keyTag: '添加标签',
};
