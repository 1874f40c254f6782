import type { CheckedArticle } from './checkedArticle.js';
import type { Finding } from './finding.js';

/** Titles that two articles of a language share. */
export function sameTitles(articles: readonly CheckedArticle[]): Finding[] {
  return shared(articles, article => [article.title]).map(({ text, article, others }) => ({
    check: 'titles',
    severity: 'warning',
    where: article.where,
    ...at(article, text),
    message: `title used twice: "${text}" is also the title of ${others.join(', ')}`,
  }));
}

/** Questions that two articles of a language claim: the bot cannot tell them apart. */
export function sameQuestions(articles: readonly CheckedArticle[]): Finding[] {
  return shared(articles, article => article.questions).map(({ text, article, others }) => ({
    check: 'questions',
    severity: 'warning',
    where: article.where,
    ...at(article, text),
    message: `question used twice: "${text}" is also a question of ${others.join(', ')}`,
  }));
}

function at(article: CheckedArticle, text: string): { line?: number } {
  const line = article.lineOf(text);
  return line === undefined ? {} : { line };
}

/** One entry for each article but the first of each text. */
function shared(articles: readonly CheckedArticle[], textsOf: (article: CheckedArticle) => readonly string[]) {
  const users = new Map<string, { text: string; article: CheckedArticle }[]>();
  for (const article of articles) {
    for (const text of new Set(textsOf(article))) {
      const key = `${article.locale} ${fold(text)}`;
      users.set(key, [...(users.get(key) ?? []), { text, article }]);
    }
  }
  return [...users.values()]
    .flatMap(uses =>
      uses.slice(1).map(({ text, article }) => {
        const others = uses.filter(use => use.article !== article).map(use => use.article.where);
        return { text, article, others: [...new Set(others)] };
      }),
    )
    .filter(({ others }) => others.length > 0);
}

function fold(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  ).join(' ');
}
