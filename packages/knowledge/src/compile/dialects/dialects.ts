import type { Dialect } from './dialect.js';
import { docusaurus } from './docusaurus.js';
import { mkdocs } from './mkdocs.js';
import { starlight } from './starlight.js';
import { vitepress } from './vitepress.js';

/** The generators whose folders are read as they are. */
export const DIALECTS: readonly Dialect[] = [docusaurus, vitepress, starlight, mkdocs];
