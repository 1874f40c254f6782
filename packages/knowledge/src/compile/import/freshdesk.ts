import { isRecord } from '../isRecord.js';
import type { ExportedArticle, ExportRecord, Vendor } from './exportedArticle.js';
import { fieldsOf, present } from './fields.js';

/** Who a folder is for; 1 is everyone. */
const VISIBILITY: Readonly<Record<string, string>> = { 2: 'signed-in', 3: 'agents', 4: 'companies' };

/**
 * Freshdesk solutions: categories, folders and articles of the API v2 (`/api/v2/solutions/…`), and the nested ones of v1
 * (developers.freshdesk.com/api). Status 1 is a draft, 2 is published.
 */
export const freshdesk: Vendor = {
  name: 'freshdesk',
  imageHosts: ['s3.amazonaws.com', '*.freshdesk.com', '*.freshworks.com', '*.cloudfront.net'],
  shapes: {
    article: value => 'folder_id' in value && ('status' in value || 'title' in value),
    folder: value => 'visibility' in value && 'name' in value,
  },
  idInPath: path => /\/solutions?\/articles\/(\d+)/.exec(path)?.[1] ?? null,
  read(records, report) {
    const folders = new Map(
      records.flatMap(({ kind, value }) => (kind === 'folder' ? [[String(value.id), value] as const] : [])),
    );
    return records
      .filter(({ kind }) => kind === 'article')
      .flatMap(record => readArticle(record, folders, report) ?? []);
  },
};

function readArticle(
  record: ExportRecord,
  folders: ReadonlyMap<string, ExportRecord['value']>,
  report: Parameters<Vendor['read']>[1],
): ExportedArticle | null {
  const { value, where, path, parent } = record;
  const fields = fieldsOf(record, report);
  if (fields.text('status') === '1') {
    fields.skip('a draft: its status is 1', 'status');
    return null;
  }
  const id = fields.required('id');
  const title = fields.required('title');
  if (id === null || title === null) return null;
  const folder = folders.get(fields.text('folder_id') ?? '') ?? (parent?.kind === 'folder' ? parent.value : undefined);
  const place = levelsOf(value.hierarchy).at(-1);
  const name = folder?.name ?? place?.name ?? value.folder_name;
  const seo = isRecord(value.seo_data) ? value.seo_data : {};
  return {
    id,
    title,
    html: fields.text('description') ?? '',
    locale: fields.text('language') ?? fields.text('language_code') ?? textOf(place?.language),
    where,
    path,
    ...present({
      summary: textOf(seo.meta_description),
      section: textOf(name),
      tags: [...new Set([...tagsOf(value.tags), ...keywordsOf(seo.meta_keywords)])],
      updated: fields.date('updated_at') ?? fields.date('modified_at'),
      audience: audienceOf(folder?.visibility ?? value.folder_visibility),
      address: fields.text('url'),
    }),
  };
}

function levelsOf(hierarchy: unknown): Record<string, unknown>[] {
  if (!Array.isArray(hierarchy)) return [];
  return hierarchy.flatMap(level => (isRecord(level) && isRecord(level.data) ? [level.data] : []));
}

function audienceOf(visibility: unknown): string | null {
  if (visibility === undefined || visibility === null || String(visibility) === '1') return null;
  return VISIBILITY[String(visibility)] ?? `visibility-${String(visibility)}`;
}

function tagsOf(tags: unknown): string[] {
  if (!Array.isArray(tags)) return [];
  return tags.flatMap(tag => textOf(isRecord(tag) ? tag.name : tag) ?? []);
}

function keywordsOf(keywords: unknown): string[] {
  const list = Array.isArray(keywords) ? keywords.map(String) : (textOf(keywords)?.split(',') ?? []);
  return list.map(each => each.trim()).filter(each => each !== '');
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
