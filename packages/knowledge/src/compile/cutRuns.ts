import { RUN_HASH, type StoredArticle } from '../files/knowledgeFile.js';
import { hashOf } from './hash.js';

/** Consecutive articles whose files share a hash. */
export interface ArticleRun {
  readonly size: number;
  readonly perFile: number;
  readonly hash: string;
  /** JSON of each file. */
  readonly files: readonly string[];
}

/** Articles of a run on average: a change renames the files of its run, and each run costs `knowledge.json` eight bytes. */
const SHORTEST_RUN = 16;
const MOST_RUNS = 128;
/** A run without an end in sight is cut at so many times the average. */
const LONGEST = 4;
/** Characters: long articles stand alone, short ones share a request. */
const FILE_LENGTH = 2500;

/** Cuts articles into runs. A run ends at ids chosen by their hash, so that one more article changes only the run it is in. */
export function cutRuns(articles: readonly StoredArticle[]): ArticleRun[] {
  const average = Math.max(SHORTEST_RUN, 2 ** Math.round(Math.log2(articles.length / MOST_RUNS || 1)));
  const runs: ArticleRun[] = [];
  let members: string[] = [];
  articles.forEach((article, place) => {
    members.push(JSON.stringify(article));
    const isEnd = Number.parseInt(hashOf(article.id, 6), 36) % average === 0 || members.length === LONGEST * average;
    if (!isEnd && place < articles.length - 1) return;
    runs.push(makeRun(members));
    members = [];
  });
  return runs;
}

function makeRun(members: readonly string[]): ArticleRun {
  const length = members.reduce((sum, { length }) => sum + length, 0) / members.length;
  const perFile = Math.max(1, Math.round(FILE_LENGTH / length));
  const files: string[] = [];
  for (let at = 0; at < members.length; at += perFile) {
    files.push(`{"articles":[${members.slice(at, at + perFile).join(',')}]}`);
  }
  return { size: members.length, perFile, hash: hashOf(files.join('\n'), RUN_HASH), files };
}
