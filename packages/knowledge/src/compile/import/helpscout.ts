import type { ExportedArticle, ExportRecord, Vendor } from './exportedArticle.js';
import { fieldsOf, present } from './fields.js';

/**
 * Help Scout Docs API v1: articles one by one (`{"article": …}`) or in pages of a list, with collections and categories
 * (developer.helpscout.com/docs-api). Lists of the API hold no texts; an article without its text is left out.
 */
export const helpscout: Vendor = {
  name: 'helpscout',
  imageHosts: ['d33v4339jhl8k0.cloudfront.net', 's3.amazonaws.com', '*.helpscoutdocs.com', '*.helpscout.net'],
  shapes: {
    article: value => 'collectionId' in value && ('status' in value || 'text' in value),
    category: value => 'collectionId' in value && 'name' in value,
    collection: value => 'siteId' in value && 'visibility' in value,
  },
  idInPath: path => /\/article\/(\d+)/.exec(path)?.[1] ?? null,
  read(records, report) {
    const complete = new Set(
      records.flatMap(({ kind, value }) =>
        kind === 'article' && typeof value.text === 'string' ? String(value.id) : [],
      ),
    );
    const groups = new Map(
      records.flatMap(record => (record.kind === 'article' ? [] : [[String(record.value.id), record.value] as const])),
    );
    return records
      .filter(({ kind, value }) => kind === 'article' && ('text' in value || !complete.has(String(value.id))))
      .flatMap(record => readArticle(record, groups, report) ?? []);
  },
};

function readArticle(
  record: ExportRecord,
  groups: ReadonlyMap<string, ExportRecord['value']>,
  report: Parameters<Vendor['read']>[1],
): ExportedArticle | null {
  const fields = fieldsOf(record, report);
  const status = fields.text('status');
  if (status !== null && status !== 'published') {
    fields.skip(`not published: its status is "${status}"`, 'status');
    return null;
  }
  const id = fields.required('id');
  const title = fields.required('name');
  const html = id === null || title === null ? null : fields.required('text');
  if (id === null || title === null || html === null) return null;
  const collection = groups.get(fields.text('collectionId') ?? '');
  const category = groups.get(fields.texts('categories')[0] ?? '');
  const section = category?.name ?? collection?.name;
  const number = fields.text('number');
  return {
    id,
    title,
    html,
    locale: null,
    where: record.where,
    path: record.path,
    ...present({
      section: typeof section === 'string' ? section : null,
      tags: fields.texts('keywords'),
      updated: fields.date('lastPublishedAt') ?? fields.date('updatedAt'),
      audience: collection?.visibility === 'private' ? 'staff' : null,
      address: fields.text('publicUrl'),
      aliases: number === null ? [] : [number],
    }),
  };
}
