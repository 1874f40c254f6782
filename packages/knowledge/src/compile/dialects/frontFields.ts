import type { ArticleInput } from '../articleInput.js';
import { isRecord } from '../isRecord.js';
import { readList, readText } from '../readFrontMatter.js';
import { readSynonyms } from '../readSynonyms.js';
import type { DialectFile } from './dialect.js';

type Front = DialectFile['front'];

/** What an article takes from a generator's front matter; keys of the generator that mean nothing here are passed over. */
export function frontFields(front: Front): Partial<ArticleInput> {
  const given = {
    summary: text(front.summary) ?? text(front.description),
    section: text(front.section) ?? text(front.category),
    tags: words(front.tags, front.keywords),
    questions: readList(front.questions),
    pages: readList(front.pages),
    audience: text(front.audience),
    updated: dateOf(front),
    aliases: readList(front.aliases),
    addresses: readList(front.addresses),
    synonyms: front.synonyms === undefined ? null : readSynonyms(front.synonyms),
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value.length > 0),
  );
}

/** Why a page is not for readers, `null` when it is. */
export function hiddenReason(front: Front): string | null {
  for (const key of ['draft', 'unlisted']) if (front[key] === true) return `${key}: true`;
  if (front.published === false) return 'published: false';
  if (front.search === false || front.pagefind === false || (isRecord(front.search) && front.search.exclude === true))
    return 'kept out of search by its front matter';
  return null;
}

/** A text that is not empty. */
export function text(value: unknown): string | null {
  const found = typeof value === 'string' || typeof value === 'number' ? readText(value)?.trim() : undefined;
  return found === undefined || found === '' ? null : found;
}

function words(tags: unknown, keywords: unknown): string[] {
  const list = (value: unknown): unknown[] =>
    Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  const label = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'label' in value ? value.label : value;
  return [...new Set([...list(tags), ...list(keywords)].flatMap(each => text(label(each)) ?? []))];
}

function dateOf(front: Front): string | null {
  const last = front.last_update ?? front.lastUpdated ?? front.updated ?? front.date;
  const date = typeof last === 'object' && last !== null && 'date' in last ? last.date : last;
  const iso = date instanceof Date ? date.toISOString() : String(date);
  return /^\d{4}-\d{2}-\d{2}/.exec(iso)?.[0] ?? null;
}
