import type { StoredArticle } from '../files/knowledgeFile.js';
import { hashOf } from './hash.js';

/** A file of consecutive articles. */
export interface ArticleGroup {
  readonly size: number;
  readonly json: string;
}

/** Characters: long articles stand alone, short ones share a request. */
const GROUP_LENGTH = 4000;

/**
 * Groups neighbours into files of about 4 kB. A group also ends at every fourth id or so, chosen by the id's hash, so
 * that a changed article shifts the limits of few groups after it.
 */
export function groupArticles(articles: readonly StoredArticle[]): ArticleGroup[] {
  const groups: ArticleGroup[] = [];
  let members: string[] = [];
  let length = 0;
  const close = () => {
    if (members.length > 0) groups.push({ size: members.length, json: `{"articles":[${members.join(',')}]}` });
    members = [];
    length = 0;
  };
  for (const article of articles) {
    const json = JSON.stringify(article);
    if (length + json.length > GROUP_LENGTH) close();
    members.push(json);
    length += json.length;
    if (hashOf(article.id, 1) < '9') close();
  }
  close();
  return groups;
}
