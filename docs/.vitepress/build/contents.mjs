const GROUP = /^## (.+)$/;
const ENTRY = /^- \[([^\]]+)\]\(([^)#]+\.md)\)/;

/**
 * The table of contents that `docs/README.md` is: groups of pages, in order. The sidebar is made from it.
 * @param {string} readme text of `docs/README.md`
 * @returns {{ name: string, pages: { title: string, path: string }[] }[]} paths from `docs/` on
 */
export function readContents(readme) {
  const groups = [];
  for (const line of readme.split('\n')) {
    const [, name] = GROUP.exec(line) ?? [];
    if (name !== undefined) groups.push({ name, pages: [] });
    const [, title, path] = ENTRY.exec(line) ?? [];
    if (title !== undefined) groups.at(-1)?.pages.push({ title, path });
  }
  return groups.filter(({ pages }) => pages.length > 0);
}
