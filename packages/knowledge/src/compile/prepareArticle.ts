import { plainText } from '@handrail/content';
import type { StoredArticle } from '../files/knowledgeFile.js';
import { type Section, splitSections } from '../files/sections.js';
import type { ArticleInput } from './articleInput.js';

/** An article with everything the index and the files need. */
export interface PreparedArticle {
  readonly id: string;
  readonly locale: string;
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly questions: readonly string[];
  /** Headings of the sections from the second on, then those that have no section. */
  readonly headings: readonly string[];
  readonly sections: readonly Section[];
  /** All but what depends on other articles. */
  readonly stored: Omit<StoredArticle, 'related'>;
}

const SPACE = /\s/;
const WORDS_A_MINUTE = 220;
/** Of Chinese, Japanese and Korean. */
const CHARACTERS_A_MINUTE = 450;

/** Puts a read article in order. */
export function prepareArticle(input: ArticleInput, tree: StoredArticle['tree'], locale: string): PreparedArticle {
  const sections = splitSections(withoutTitle(tree, input.title));
  const summary = (input.summary ?? input.description ?? '').trim();
  const kept = sections.flatMap(section => (section.id === null ? [] : [section.title]));
  const known = new Set(kept);
  const { tags = [], questions = [], section, pages = [], updated, aliases = [] } = input;
  return {
    id: input.id,
    locale,
    title: input.title.trim(),
    summary,
    tags,
    questions,
    headings: [...kept, ...(input.headings ?? []).filter(heading => !known.has(heading))],
    sections,
    stored: {
      id: input.id,
      title: input.title.trim(),
      ...(summary === '' ? {} : { summary }),
      ...(section === undefined ? {} : { section }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(questions.length === 0 ? {} : { questions }),
      ...(pages.length === 0 ? {} : { pages }),
      ...(updated === undefined ? {} : { updated }),
      ...(aliases.length === 0 ? {} : { aliases }),
      minutes: readingMinutes(plainText(tree)),
      tree: withoutTitle(tree, input.title),
    },
  };
}

/** The title is shown above the article; a first heading that repeats it would be said twice. */
function withoutTitle(tree: StoredArticle['tree'], title: string): StoredArticle['tree'] {
  const first = tree[0];
  return first?.t === 'h' && plainText([first]).trim() === title.trim() ? tree.slice(1) : tree;
}

function readingMinutes(text: string): number {
  const unspaced = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+/g) ?? [];
  const characters = unspaced.reduce((sum, run) => sum + run.length, 0);
  const words = text.length === characters ? 0 : 1 + countSpaces(text);
  return Math.max(1, Math.round(characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE));
}

/** Runs of white space. */
function countSpaces(text: string): number {
  let runs = 0;
  let wasSpace = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSpace = code < 0x80 ? code === 0x20 || (code >= 9 && code <= 13) : SPACE.test(text.charAt(at));
    if (isSpace && !wasSpace) runs++;
    wasSpace = isSpace;
  }
  return runs;
}
