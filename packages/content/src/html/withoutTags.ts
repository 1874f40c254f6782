import { decodeHTML } from 'entities/decode';

/** The words of HTML, without a DOM. */
export function withoutTags(html: string): string {
  return decodeHTML(html.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '').replace(/<[^>]*>?/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
