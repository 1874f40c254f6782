import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';
import { root } from './folders.mjs';

/** What applications import: a page of the API reference each. `made` is the path TypeDoc gives it. */
export const API = [
  { name: '@handrail/core', page: 'core', source: 'core/src/index.ts', made: 'core/src.md' },
  { name: '@handrail/core/agent', page: 'core-agent', source: 'core/src/agent/index.ts', made: 'core/src/agent.md' },
  { name: '@handrail/widget', page: 'widget', source: 'widget/src/index.ts', made: 'widget/src.md' },
  { name: '@handrail/react', page: 'react', source: 'react/src/index.ts', made: 'react/src.md' },
  { name: '@handrail/vue', page: 'vue', source: 'vue/src/index.ts', made: 'vue/src.md' },
  { name: '@handrail/svelte', page: 'svelte', source: 'svelte/src/index.ts', made: 'svelte/src.md' },
  { name: '@handrail/element', page: 'element', source: 'element/src/index.ts', made: 'element/src.md' },
];

/**
 * The reference of every public name, from the types and their comments.
 * @returns {Promise<Map<string, string>>} Markdown by path, `api/core.md`
 * @throws Error when the sources cannot be read
 */
export async function apiPages() {
  const out = mkdtempSync(join(tmpdir(), 'handrail-api-'));
  try {
    const app = await Application.bootstrapWithPlugins(options(out));
    const project = await app.convert();
    if (project === undefined) throw new Error('API reference: the types of the packages could not be read');
    await app.generateOutputs(project);
    return new Map(API.map(entry => [`api/${entry.page}.md`, pageOf(entry, out)]));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const options = out => ({
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: API.map(({ source }) => `${root}packages/${source}`),
  tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
  out,
  logLevel: 'Error',
  // Our own check has the newest TypeScript; TypeDoc reads with one that has a JavaScript API.
  skipErrorChecking: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  disableSources: true,
  readme: 'none',
  outputFileStrategy: 'modules',
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  propertyMembersFormat: 'table',
  typeDeclarationFormat: 'table',
  tableColumnSettings: { hideInherited: true, hideModifiers: true, hideOverrides: true },
  kindSortOrder: ['Function', 'Class', 'Variable', 'Interface', 'TypeAlias'],
  sanitizeComments: true,
});

/** One file of TypeDoc as a page of the site: its name as people import it, links to the other pages. */
function pageOf({ name, made }, out) {
  return readFileSync(join(out, made), 'utf8')
    .replace(/^# .*$/m, `# ${name}`)
    .replace(/<a id="property-[^"]*"><\/a> /g, '')
    .replace(/\]\(([\w./-]+\.md)/g, (link, href) => {
      const target = posix.join(posix.dirname(made), href);
      const entry = API.find(other => other.made === target);
      return entry === undefined ? link : `](${entry.page}.md`;
    });
}
