import { plainText } from '@handrail/content';
import { type Article, type Knowledge, type Section, splitSections } from '@handrail/knowledge';
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

/**
 * Reads sections out of a site's own articles: what a page says of their text counts for nothing. Unknown ones are left out. Where
 * there is room the rest of the best article follows, for a condition often stands in another section than the answer.
 */
export async function readPassages(
  help: Pick<Knowledge, 'article'>,
  wanted: AskAnswer['passages'],
  locale: string,
  most: number,
): Promise<Passage[]> {
  const passages: Passage[] = [];
  const add = (passage: Passage | null) => {
    if (passage && passages.length < most && !passages.some(one => isSame(one, passage))) passages.push(passage);
  };
  let best: Article | null = null;
  for (const { article: id, section } of wanted) {
    const article = await help.article(id, locale).catch(() => null);
    if (!article) continue;
    best ??= article;
    add(readSection(article, section));
  }
  if (best && passages[0]?.source.section !== undefined)
    for (const section of splitSections(best.tree)) add(passageOf(best, section, [section]));
  return passages;
}

const isSame = ({ source: one }: Passage, { source: other }: Passage) =>
  one.article === other.article && one.section === other.section;

/** A section with those below it, or the whole article where none is named: which part of it answers is not known then. */
function readSection(article: Article, id: string | undefined): Passage | null {
  const sections = splitSections(article.tree);
  const at = sections.findIndex(section => section.id === id);
  const found = id === undefined ? undefined : sections[at];
  if (!found) return passageOf(article, null, sections);
  const end = sections.findIndex(({ level }, place) => place > at && level <= found.level);
  return passageOf(article, found, sections.slice(at, end < 0 ? undefined : end));
}

function passageOf(article: Article, head: Section | null, sections: readonly Section[]): Passage | null {
  const lines = sections.flatMap(({ title, blocks }) => [title, plainText(blocks)]);
  const place = head?.id ? { section: head.id, sectionTitle: head.title } : {};
  const text = [head?.id ? '' : article.summary, ...lines].filter(Boolean).join('\n').slice(0, MOST);
  return text === ''
    ? null
    : { source: { article: article.id, title: article.title, ...place }, locale: article.locale, text };
}
