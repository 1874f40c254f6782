import type { MessageItem } from '@handrail/core';
import { client } from './client.js';

/** Buttons that open the articles and sections a message of the bot names. */
export function drawLinks({ answer, pointers = [] }: MessageItem): readonly HTMLElement[] {
  const sources = answer ? [answer, ...(answer.others ?? [])] : [];
  return [
    ...sources.map(({ article, section, title, sectionTitle }) =>
      drawLink(article, section ?? null, sectionTitle ? `${title} › ${sectionTitle}` : title),
    ),
    ...pointers.map(({ id, section, title }) => drawLink(id, section, title)),
  ];
}

function drawLink(id: string, section: string | null, label: string): HTMLElement {
  const link = document.createElement('button');
  link.type = 'button';
  link.textContent = label;
  link.addEventListener('click', () => void client.openArticle(id, { section }).catch(() => {}));
  return link;
}
