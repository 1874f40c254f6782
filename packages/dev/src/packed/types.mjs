import { manifestOf, publicPackages } from './tarballs.mjs';

/** What the compiler is asked: its package, and how it finds modules. */
export const COMPILERS = [
  ['typescript-5.6', 'Bundler'],
  ['typescript-5.6', 'Node16'],
  ['typescript', 'Bundler'],
  ['typescript', 'Node16'],
];

/** A program that names every entry point, and uses the ones most use as a stranger would. */
export function consumer() {
  const entries = publicPackages().flatMap(folder => {
    const { name, exports } = manifestOf(folder);
    return Object.entries(exports)
      .filter(([path, target]) => typeof target === 'object' && target.types && !path.includes('*'))
      .map(([path]) => name + path.slice(1));
  });
  const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}';`);
  const names = entries.map((_, index) => `entry${index}`);
  return `${imports.join('\n')}
import { createHandrail, type HandrailOptions, type TimelineItem } from '@handrail/core';
import { createAgent } from '@handrail/core/agent';
import { createTestClient, fixtures } from '@handrail/core/testing';

export const every: readonly object[] = [${names.join(', ')}];

const options: HandrailOptions = { server: 'https://help.example.com', site: 'shop' };
const client = createHandrail(options);
client.on('message:received', ({ data }) => data.text.toUpperCase());
export const texts = (items: readonly TimelineItem[]): string[] =>
  items.map(item => (item.kind === 'message' ? item.text : item.notice));
client.$messages.subscribe(items => void texts(items));
export const title: Promise<string | undefined> = client.search('refund').then(({ hits }) => hits[0]?.title);
createTestClient({ script: fixtures.queue }).otherSide.agentSays('Hello');
export const place: Promise<{ seq: number }> = createAgent({ server: '', token: '' }).reply('id', 'text');
// @ts-expect-error a site is a text
createHandrail({ server: '', site: 1 });
`;
}

/** Settings of one compiler run; types of dependencies are checked, too. */
export function settings(resolution) {
  return {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      module: resolution === 'Bundler' ? 'ESNext' : 'Node16',
      moduleResolution: resolution,
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
    },
    files: ['consumer.ts'],
  };
}
