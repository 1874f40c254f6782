import type { TagsTexts } from './en.js';

/** Words of the tags of a conversation, and of lists by tag. */
export const tags: TagsTexts = {
  tags: 'Étiquettes',
  addTag: 'Ajouter une étiquette',
  removeTag: 'Retirer l’étiquette {tag}',
  tagsInUse: 'Étiquettes existantes',
  tagAdded: 'Étiquette {tag} ajoutée',
  tagRemoved: 'Étiquette {tag} retirée',
  tagsHint: 'Les clients ne voient jamais les étiquettes.',
  filterByTag: 'Filtrer par étiquette',
  everyTag: 'Toutes les étiquettes',
  noTagged: 'Rien ici ne porte l’étiquette « {tag} ».',
  keyTag: 'Ajouter une étiquette',
};
