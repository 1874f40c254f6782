import type { TagsTexts } from './en.js';

/** Words of the tags of a conversation, and of lists by tag. */
export const tags: TagsTexts = {
  tags: 'Schlagwörter',
  addTag: 'Schlagwort hinzufügen',
  removeTag: 'Schlagwort {tag} entfernen',
  tagsInUse: 'Vorhandene Schlagwörter',
  tagAdded: 'Schlagwort {tag} hinzugefügt',
  tagRemoved: 'Schlagwort {tag} entfernt',
  tagsHint: 'Kunden sehen Schlagwörter nie.',
  filterByTag: 'Nach Schlagwort filtern',
  everyTag: 'Alle Schlagwörter',
  noTagged: 'Hier trägt nichts das Schlagwort „{tag}“.',
  keyTag: 'Schlagwort hinzufügen',
};
