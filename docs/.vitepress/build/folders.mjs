import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The Markdown people write. */
export const docs = `${root}docs/`;

/** What the site is built from: that Markdown, and pages made from code. Made anew by each build. */
export const pages = `${docs}.vitepress/pages/`;

/** The built site. */
export const dist = `${docs}.vitepress/dist/`;

/** The API reference, which takes longer to make than the rest and is kept while no source changes. */
export const apiCache = `${docs}.vitepress/cache/api/`;
