import type { HtmlReader, ReadOptions, Tree } from '@handrail/content';
import { readMarkdown } from '@handrail/content/markdown';
import type { ArticleInput } from './articleInput.js';
import type { ImageStore } from './imageStore.js';
import type { ResolveLink } from './linkTargets.js';
import type { Problem } from './problem.js';
import { sourceLine } from './sourceLine.js';

/** What reading an article needs from its surroundings. */
export interface BodySurroundings {
  readonly resolve: ResolveLink;
  readonly images: ImageStore;
  /** Reads `html`, and HTML inside Markdown. */
  readonly html: HtmlReader | null;
  readonly report: (problem: Problem) => void;
}

/** What reading an article gives. */
export interface ReadBody {
  readonly tree: Tree;
  /** Ids that are not those of headings, and the heading each stands at. */
  readonly anchors?: ReadonlyMap<string, string>;
}

/** The tree of an article, links between articles and images resolved; what had to be left out is reported. */
export function readBody(input: ArticleInput, { resolve, images, html, report }: BodySurroundings): ReadBody {
  if (input.tree) return { tree: input.tree };
  const source = input.html ?? input.body ?? '';
  const where = input.source ?? input.id;
  const warn = (message: string, line: number | undefined) => {
    // HTML is mostly a part of a larger file: only who cut it out knows where it began.
    const known = line !== undefined && (input.html === undefined || input.bodyLine !== undefined);
    const place = known ? { line: sourceLine(input, line) } : {};
    report({ severity: 'warning', where, ...place, message });
  };
  const options: ReadOptions = {
    resolveLink(href) {
      const target = resolve(href, input);
      if (target.kind === 'outside') return target.href;
      if (target.kind === 'article') {
        return target.section === undefined
          ? { article: target.article }
          : { article: target.article, section: target.section };
      }
      warn(`broken link: expected ${target.expected}, got ${href}`, lineOf(source, href));
      return null;
    },
    resolveImage(src) {
      const image = images.take(src, input);
      if ('src' in image) return { ...image };
      warn(`image left out: ${image.refused}`, lineOf(source, src));
      return null;
    },
  };
  const isHtml = input.html !== undefined && html !== null;
  const { tree, warnings, anchors } = isHtml
    ? html(source, options)
    : readMarkdown(source, html ? { ...options, html } : options);
  for (const warning of warnings) {
    if (!warning.message.startsWith('image refused')) warn(warning.message, warning.line);
  }
  return { tree, ...(anchors ? { anchors } : {}) };
}

function lineOf(source: string, part: string): number | undefined {
  const at = source.indexOf(part);
  return at < 0 ? undefined : source.slice(0, at).split('\n').length;
}
