import { isRecord } from '../isRecord.js';
import type { ExportedArticle, ExportRecord, Vendor } from './exportedArticle.js';
import { fieldsOf, present } from './fields.js';

/**
 * Intercom: lists of `/articles` and `/help_center/collections` (developers.intercom.com, Articles and Help Center). A
 * translation stands in `translated_content` under its language.
 */
export const intercom: Vendor = {
  name: 'intercom',
  imageHosts: ['downloads.intercomcdn.com', '*.intercomcdn.com', '*.intercom-attachments-1.com', '*.intercom.help'],
  shapes: {
    article: value =>
      value.type === 'article' ||
      ('title' in value && 'state' in value && ('workspace_id' in value || 'translated_content' in value)),
    collection: value =>
      value.type === 'collection' || value.type === 'section' || ('name' in value && 'workspace_id' in value),
  },
  idInPath: path => /\/articles\/(\d+)/.exec(path)?.[1] ?? null,
  read(records, report) {
    const collections = records.filter(({ kind }) => kind === 'collection');
    return records
      .filter(({ kind }) => kind === 'article')
      .flatMap(record =>
        textsOf(record).flatMap(text => readText(record, text, sectionOf(record, text, collections), report)),
      );
  },
};

interface Text {
  readonly locale: string | null;
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: string;
}

/** The article in its own language first, then its translations. */
function textsOf({ value, path }: ExportRecord): Text[] {
  const own = typeof value.default_locale === 'string' ? value.default_locale : null;
  const translated = isRecord(value.translated_content) ? Object.entries(value.translated_content) : [];
  const others = translated.flatMap(([locale, text]) =>
    isRecord(text) && locale !== own ? [{ locale, value: text, path: `${path}.translated_content.${locale}` }] : [],
  );
  return [{ locale: own, value, path }, ...others];
}

function readText(
  record: ExportRecord,
  text: Text,
  section: string | null,
  report: Parameters<Vendor['read']>[1],
): ExportedArticle[] {
  const fields = fieldsOf({ ...text, where: record.where }, report);
  const id = fieldsOf(record, report).required('id');
  if (id === null) return [];
  if (fields.text('state') === 'draft') {
    fields.skip('a draft', 'state');
    return [];
  }
  const title = fields.required('title');
  if (title === null) return [];
  const rest = present({
    summary: fields.text('description') || null,
    section,
    updated: fields.date('updated_at'),
    address: fields.text('url'),
  });
  const { where } = record;
  return [{ id, title, html: fields.text('body') ?? '', locale: text.locale, where, path: text.path, ...rest }];
}

function sectionOf({ value }: ExportRecord, { locale }: Text, collections: readonly ExportRecord[]): string | null {
  const parents = [value.parent_id, ...(Array.isArray(value.parent_ids) ? value.parent_ids : [])].map(String);
  const found = collections.find(({ value: { id } }) => parents.includes(String(id)))?.value;
  if (!found) return null;
  const translated = isRecord(found.translated_content) ? found.translated_content[locale ?? ''] : null;
  const name = isRecord(translated) ? (translated.name ?? found.name) : found.name;
  return typeof name === 'string' ? name : null;
}
