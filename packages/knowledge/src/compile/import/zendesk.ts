import { slug } from '@handrail/content';
import type { ExportedArticle, ExportRecord, Vendor } from './exportedArticle.js';
import { fieldsOf, present } from './fields.js';

type Report = Parameters<Vendor['read']>[1];

/**
 * Zendesk Help Center: pages of `/api/v2/help_center/articles.json`, with or without `categories`, `sections`,
 * `translations` and `user_segments` (developer.zendesk.com, Help Center API).
 */
export const zendesk: Vendor = {
  name: 'zendesk',
  imageHosts: ['*.zendesk.com', '*.zdassets.com', 'theme.zdassets.com'],
  shapes: {
    translation: value => 'source_id' in value && value.source_type !== undefined,
    article: value => 'section_id' in value && ('body' in value || 'title' in value),
    section: value => 'category_id' in value && 'name' in value && !('folder_id' in value),
    segment: value => 'user_type' in value && 'name' in value,
    category: value => typeof value.html_url === 'string' && /\/categories\/\d/.test(value.html_url),
  },
  idInPath: path => /\/articles\/(\d+)/.exec(path)?.[1] ?? null,
  read(records, report) {
    const names = namesOf(records, 'section');
    const segments = namesOf(records, 'segment');
    const own = records.filter(({ kind }) => kind === 'article');
    const articles = new Map(own.map(record => [String(record.value.id), record]));
    const translations = records.filter(({ kind, value }) => kind === 'translation' && isOfArticle(value));
    const read = [
      ...own.flatMap(record => readArticle(record, record, report) ?? []),
      ...translations.flatMap(record => {
        const article = record.parent ?? articles.get(String(record.value.source_id));
        if (article) return readArticle(record, article, report) ?? [];
        const { source_id: id } = record.value;
        fieldsOf(record, report).skip(`translation of the article ${String(id)}, which is not in the export`);
        return [];
      }),
    ];
    return firstOfEach(read);

    function readArticle(text: ExportRecord, article: ExportRecord, tell: Report): ExportedArticle | null {
      const fields = fieldsOf(text, tell);
      const common = fieldsOf(article, tell);
      if (text.value.draft === true) return skip(() => fields.skip('a draft', 'draft'));
      if (text.value.hidden === true) return skip(() => fields.skip('a hidden translation', 'hidden'));
      const id = common.required('id');
      const title = fields.required('title');
      if (id === null || title === null) return null;
      const segment = common.text('user_segment_id') ?? common.texts('user_segment_ids')[0] ?? null;
      const sectionId = common.text('section_id') ?? '';
      return {
        id,
        title,
        html: fields.text('body') ?? '',
        locale: fields.text('locale'),
        where: text.where,
        path: text.path,
        ...present({
          section: names.get(`${sectionId} ${fields.text('locale') ?? ''}`) ?? names.get(sectionId),
          tags: common.texts('label_names'),
          updated: fields.date('updated_at') ?? common.date('edited_at'),
          audience: segment === null ? null : slug(segments.get(segment) ?? `segment-${segment}`),
          address: fields.text('html_url'),
        }),
      };
    }
  },
};

const skip = (report: () => void): null => {
  report();
  return null;
};

const isOfArticle = ({ source_type: type }: ExportRecord['value']): boolean => String(type).toLowerCase() === 'article';

/** Names by id, and by id and locale where they are translated. */
function namesOf(records: readonly ExportRecord[], kind: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { kind: own, value } of records) {
    const { id, name, locale, source_type: type, source_id: source, title } = value;
    if (own === kind && typeof name === 'string') {
      if (!names.has(String(id))) names.set(String(id), name);
      names.set(`${String(id)} ${String(locale)}`, name);
    }
    if (own === 'translation' && String(type).toLowerCase() === kind && typeof title === 'string') {
      names.set(`${String(source)} ${String(locale)}`, title);
    }
  }
  return names;
}

/** An export with translations holds the text of the article's own language twice. */
function firstOfEach(articles: readonly ExportedArticle[]): ExportedArticle[] {
  const seen = new Set<string>();
  return articles.filter(({ id, locale }) => {
    const key = `${id} ${locale?.toLowerCase() ?? ''}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
