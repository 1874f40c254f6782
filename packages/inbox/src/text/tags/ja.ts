import type { TagsTexts } from './en.js';

/** Words of the tags of a conversation, and of lists by tag. */
export const tags: TagsTexts = {
  tags: 'タグ',
  addTag: 'タグを追加',
  removeTag: 'タグ「{tag}」を外す',
  tagsInUse: '使用中のタグ',
  tagAdded: 'タグ「{tag}」を追加しました',
  tagRemoved: 'タグ「{tag}」を外しました',
  tagsHint: 'タグはお客様には表示されません。',
  filterByTag: 'タグで絞り込む',
  everyTag: 'すべてのタグ',
  noTagged: 'タグ「{tag}」の付いた会話はありません。',
  keyTag: 'タグを追加',
};
