import { readMarkdown } from '@handrail/content/markdown';

/**
 * What links may call the headings of a body besides their ids here: what the generators make of their text: github-slugger (Docusaurus, Starlight), @mdit-vue/shared (VitePress), the `toc` extension of Python-Markdown.
 */
export function anchorNames(body: string): ReadonlyMap<string, string> {
  const { headings } = readMarkdown(body);
  const names = new Map<string, string>();
  const taken = new Set(headings.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { id, text } of headings) {
    for (const name of [githubName(text), vueName(text), pythonName(text)]) {
      const count = counts.get(name) ?? 0;
      const here = count === 0 ? [name] : [`${name}-${count}`, `${name}_${count}`];
      for (const each of here) if (!names.has(each) && !taken.has(each)) names.set(each, id);
    }
    for (const name of new Set([githubName(text), vueName(text), pythonName(text)])) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return names;
}

function githubName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

function vueName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase();
}

function pythonName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}
