import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';
import { docs, root } from './folders.mjs';

/** What applications import: a page of the API reference each. `made` is the path TypeDoc gives it, `guide` tells how it is used. */
export const API = [
  entry('core', 'core', '', 'sdk.md'),
  entry('core-agent', 'core', 'agent', 'sdk.md#the-agents-client'),
  entry('core-parts', 'core', 'parts', 'own-screen.md'),
  entry('widget', 'widget', '', 'install.md#createwidget'),
  entry('react', 'react', '', 'frameworks.md#react'),
  entry('vue', 'vue', '', 'frameworks.md#vue'),
  entry('svelte', 'svelte', '', 'frameworks.md#svelte'),
  entry('element', 'element', '', 'frameworks.md#custom-element'),
];

function entry(page, folder, inside, guide) {
  const name = ['@handrail', folder, inside].filter(Boolean).join('/');
  const source = ['packages', folder, 'src', inside, 'index.ts'].filter(Boolean).join('/');
  return { page, name, source, made: `${[folder, 'src', inside].filter(Boolean).join('/')}.md`, guide };
}

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
    return new Map(API.map(each => [`api/${each.page}.md`, pageOf(each, out)]));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const options = out => ({
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: API.map(({ source }) => `${root}${source}`),
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
  groupOrder: ['Functions', 'Classes', 'Variables', 'Interfaces', 'Type Aliases'],
  sanitizeComments: true,
});

/** One file of TypeDoc as a page of the site: its name as people import it, links to the other pages. */
function pageOf({ name, made, guide }, out) {
  return readFileSync(join(out, made), 'utf8')
    .replace(
      /^# .*$/m,
      `# ${name}\n\nEvery public name, from the types and their comments. How they are used: [guide](../${guide}).`,
    )
    .replace(/<a id="property-[^"]*"><\/a> /g, '')
    .replace(/__namedParameters|\\_\\_namedParameters/g, 'options')
    .replace(/\]\(([\w./-]+\.md)/g, (link, href) => {
      const target = posix.join(posix.dirname(made), href);
      const other = API.find(each => each.made === target);
      if (other !== undefined) return `](${other.page}.md`;
      // Comments name guides as they lie beside each other.
      return existsSync(`${docs}${href}`) ? `](../${href}` : link;
    });
}
