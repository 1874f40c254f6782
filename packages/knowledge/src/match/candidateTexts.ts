import type { StoredArticle } from '../files/knowledgeFile.js';
import { splitSections } from '../files/sections.js';
import { wordsOf } from '../search/wordsOf.js';

/** An article that may answer, and the place of its section that does best. */
export interface Candidate {
  readonly article: StoredArticle;
  readonly section: number | undefined;
}

/** Questions of an article that are compared; more say little that is new and take time. */
const MOST_QUESTIONS = 10;
/** UTF-16 units of a text; encoders read no more than a few hundred tokens. */
const LONGEST = 400;
const SENTENCE = /^[\s\S]*?(?:[.!?](?=\s)|[。！？]|$)/;

/** What an encoder compares a message with: title, questions, and the section that answers with its first sentence; without one, the summary. */
export function candidateTexts({ article, section }: Candidate): string[] {
  const { title, questions = [], summary, tree } = article;
  const { title: heading = '', blocks = [] } = splitSections(tree)[section ?? 0] ?? {};
  const said = (section === undefined && summary) || firstSentence(wordsOf(blocks));
  const answer = [heading, said].filter(each => each !== '').join('\n');
  const texts = [title, ...questions.slice(0, MOST_QUESTIONS), answer];
  return [...new Set(texts.map(text => text.trim().slice(0, LONGEST)))].filter(text => text !== '');
}

function firstSentence(text: string): string {
  return (SENTENCE.exec(text.trimStart())?.[0] ?? '').trimEnd();
}
