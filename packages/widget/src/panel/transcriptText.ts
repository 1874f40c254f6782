import type { TimelineItem } from '@handrail/core';
import type { Words } from '../text/words.js';

/** A conversation as plain text, for a customer's own copy. */
export function transcriptText(items: readonly TimelineItem[], words: Words): string {
  const stamp = (at: number) => new Date(at).toLocaleString(words.locale);
  const lines = items.flatMap(item => {
    if (item.kind === 'notice') {
      if (item.notice === 'joined') return [`${stamp(item.at)} · ${words('joined', { name: item.name ?? '' })}`];
      return item.contact ? [`${stamp(item.at)} · ${words('leftMessage')}:\n${item.contact.text}`] : [];
    }
    const who = item.from === 'visitor' ? words('you') : item.from === 'agent' ? (item.name ?? '') : words('assistant');
    const source = item.answer ? `\n(${item.answer.title})` : '';
    const text = item.deleted ? words('messageDeleted') : item.text;
    return [`${stamp(item.at)} · ${who}:\n${text}${source}`];
  });
  return `${lines.join('\n\n')}\n`;
}
