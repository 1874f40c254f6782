import { stringify } from 'yaml';
import type { ArticleInput } from '../articleInput.js';

/** An article as a Markdown file with front matter, as `readFolder` reads it. */
export function articleFile(article: ArticleInput): string {
  const { id, title, summary, section, tags, locale, audience, updated, questions, pages, aliases, addresses } =
    article;
  const all = { id, title, summary, section, tags, questions, pages, locale, audience, updated, aliases, addresses };
  const given = Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
  return `---\n${stringify(given, { lineWidth: 0 })}---\n\n${(article.body ?? '').trim()}\n`;
}
