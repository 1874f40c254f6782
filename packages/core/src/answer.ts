import type { Block, Tree } from '@handrail/content';
import { plainText } from '@handrail/content';
import type { Article } from '@handrail/knowledge';
import type { Answer } from './thread.js';

/** Characters after which no further block joins a quote. */
const ENOUGH = 280;
/** Blocks a quote has at most. */
const MOST_BLOCKS = 3;

/**
 * The passage of an article that answers: the first blocks of the section, or of the article when no section is named.
 * Tables, code and images are left to the article itself.
 */
export function quoteSection(article: Article, section: string | null | undefined, probability: number): Answer {
  // An image alone is no lead: without words before it, the first section is the answer.
  const blocks = sectionBlocks(article.tree.flatMap(withoutImages), section ?? null).filter(quotable);
  const quote: Block[] = [];
  let length = 0;
  for (const block of blocks) {
    if (quote.length >= MOST_BLOCKS || length >= ENOUGH) break;
    quote.push(block);
    length += plainText([block]).length;
  }
  const heading = article.headings.find(one => one.id === section);
  return {
    article: article.id,
    ...(section && heading ? { section, sectionTitle: heading.text } : {}),
    title: article.title,
    probability: Math.min(1, Math.max(0, probability)),
    locale: article.locale,
    quote,
  };
}

/** What stands under a heading up to the next one of its level or above; the beginning when there is no such heading. */
export function sectionBlocks(tree: Tree, section: string | null): Tree {
  const start = section === null ? -1 : tree.findIndex(block => block.t === 'h' && block.id === section);
  const heading = tree[start];
  const level = heading?.t === 'h' ? heading.level : 7;
  const rest = tree.slice(start + 1);
  const end = rest.findIndex(
    block => block.t === 'h' && (start < 0 ? quotableBefore(rest, block) : block.level <= level),
  );
  return end < 0 ? rest : rest.slice(0, end);
}

/** Without a lead before the first heading, the first section is the lead. */
function quotableBefore(rest: Tree, heading: Block): boolean {
  return rest.slice(0, rest.indexOf(heading)).some(quotable);
}

/** A paragraph loses its images, and goes when nothing is left. */
function withoutImages(block: Block): Block[] {
  if (block.t !== 'p') return [block];
  const c = block.c.filter(node => typeof node === 'string' || node.t !== 'img');
  return plainText([{ t: 'p', c }]).trim() === '' ? [] : [{ t: 'p', c }];
}

function quotable(block: Block): boolean {
  return block.t === 'p' || block.t === 'list' || block.t === 'callout' || block.t === 'quote';
}
