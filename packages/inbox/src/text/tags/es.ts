import type { TagsTexts } from './en.js';

/** Words of the tags of a conversation, and of lists by tag. */
export const tags: TagsTexts = {
  tags: 'Etiquetas',
  addTag: 'Añadir una etiqueta',
  removeTag: 'Quitar la etiqueta {tag}',
  tagsInUse: 'Etiquetas en uso',
  tagAdded: 'Etiqueta {tag} añadida',
  tagRemoved: 'Etiqueta {tag} quitada',
  tagsHint: 'Los clientes nunca ven las etiquetas.',
  filterByTag: 'Filtrar por etiqueta',
  everyTag: 'Todas las etiquetas',
  noTagged: 'Nada aquí lleva la etiqueta «{tag}».',
  keyTag: 'Añadir una etiqueta',
};
