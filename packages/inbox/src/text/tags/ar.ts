import type { TagsTexts } from './en.js';

/** Words of the tags of a conversation, and of lists by tag. */
export const tags: TagsTexts = {
  tags: 'الوسوم',
  addTag: 'إضافة وسم',
  removeTag: 'إزالة الوسم {tag}',
  tagsInUse: 'وسوم مستخدمة',
  tagAdded: 'أُضيف الوسم {tag}',
  tagRemoved: 'أُزيل الوسم {tag}',
  tagsHint: 'لا يرى العملاء الوسوم أبدًا.',
  filterByTag: 'التصفية حسب الوسم',
  everyTag: 'كل الوسوم',
  noTagged: 'لا شيء هنا يحمل الوسم «{tag}».',
  keyTag: 'إضافة وسم',
};
