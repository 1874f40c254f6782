import type { Tree } from '@handrail/content';
import { readMarkdown } from '@handrail/content/markdown';
import type { ArticleInput } from './articleInput.js';
import type { ImageStore } from './imageStore.js';
import type { ResolveLink } from './linkTargets.js';
import type { Problem } from './problem.js';
import { sourceLine } from './sourceLine.js';

/** The tree of an article, links between articles and images resolved; what had to be left out is reported. */
export function readBody(
  input: ArticleInput,
  resolve: ResolveLink,
  images: ImageStore,
  report: (problem: Problem) => void,
): Tree {
  if (input.tree) return input.tree;
  const body = input.body ?? '';
  const where = input.source ?? input.id;
  const warn = (message: string, line: number | undefined) => {
    const place = line === undefined ? {} : { line: sourceLine(input, line) };
    report({ severity: 'warning', where, ...place, message });
  };
  const { tree, warnings } = readMarkdown(body, {
    resolveLink(href) {
      const target = resolve(href, input);
      if (target.kind === 'outside') return target.href;
      if (target.kind === 'article') {
        return target.section === undefined
          ? { article: target.article }
          : { article: target.article, section: target.section };
      }
      warn(`broken link: expected ${target.expected}, got ${href}`, lineOf(body, href));
      return null;
    },
    resolveImage(src) {
      const image = images.take(src, input.source);
      if ('src' in image) return { ...image };
      warn(`image left out: ${image.refused}`, lineOf(body, src));
      return null;
    },
  });
  for (const warning of warnings) {
    if (!warning.message.startsWith('image refused')) warn(warning.message, warning.line);
  }
  return tree;
}

function lineOf(body: string, part: string): number | undefined {
  const at = body.indexOf(part);
  return at < 0 ? undefined : body.slice(0, at).split('\n').length;
}
