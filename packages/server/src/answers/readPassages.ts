import { plainText } from '@handrail/content';
import { type Article, type Knowledge, splitSections } from '@handrail/knowledge';
import type { AskAnswer, Source } from '@handrail/protocol';

/** A section of an article, as a model is given it. */
export interface Passage {
  readonly source: Source;
  /** Language of the article. */
  readonly locale: string;
  /** Its words, a block a line. */
  readonly text: string;
}

/** Characters of a section that are given. */
const MOST = 4_000;

/** Reads sections out of a site's own articles: what a page says of their text counts for nothing. Unknown ones are left out. */
export async function readPassages(
  help: Pick<Knowledge, 'article'>,
  wanted: AskAnswer['passages'],
  locale: string,
  most: number,
): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const { article: id, section } of wanted) {
    if (passages.length >= most) break;
    const article = await help.article(id, locale).catch(() => null);
    const passage = article && readPassage(article, section);
    if (!passage) continue;
    const { source } = passage;
    if (!passages.some(one => one.source.article === source.article && one.source.section === source.section))
      passages.push(passage);
  }
  return passages;
}

function readPassage(article: Article, section: string | undefined): Passage | null {
  const sections = splitSections(article.tree);
  const at = section === undefined ? -1 : sections.findIndex(({ id }) => id === section);
  const found = sections[at];
  const end = found ? sections.findIndex(({ level }, place) => place > at && level <= found.level) : -1;
  // Without a section it is the whole article: which part of it answers is not known.
  const own = found ? sections.slice(at, end < 0 ? undefined : end) : sections;
  const lines = own.flatMap(({ title, blocks }) => [title, plainText(blocks)]).filter(text => text !== '');
  const text = [found ? '' : article.summary, ...lines].filter(Boolean).join('\n').slice(0, MOST);
  if (text === '') return null;
  const place = found?.id ? { section: found.id, sectionTitle: found.title } : {};
  return { source: { article: article.id, title: article.title, ...place }, locale: article.locale, text };
}
