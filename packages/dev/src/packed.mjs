import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { serverConfig, startCommand } from './packed/helpServer.mjs';
import { inPage, searchInWidget, servePages, talkInPage } from './packed/pages.mjs';
import { install } from './packed/project.mjs';
import { lacksOf, manifestOf, packAll, publicPackages } from './packed/tarballs.mjs';
import { COMPILERS, consumer, settings } from './packed/types.mjs';
import { root, run } from './run.mjs';

// Packs every public package, installs the tarballs into projects outside of the repository, and has them work.
const chromium = await browser();
if (!chromium) process.exit(1);
await build();
const folder = mkdtempSync(join(tmpdir(), 'handrail-packed-'));
const rows = [];
const stops = [];
let help = '';

/** Does one thing and notes how it went. */
async function row(project, step, work) {
  const since = Date.now();
  const problem = await work().catch(error => String(error?.stack ?? error));
  rows.push({ project, step, result: problem ? 'FAILED' : 'ok', seconds: Math.round((Date.now() - since) / 1000) });
  process.stdout.write(`${problem ? 'FAILED' : 'ok    '} ${project}: ${step}\n${problem ? `${problem}\n` : ''}`);
}

const at = name => `${folder}/${name}`;
const ran = async (command, args, options) => {
  const { code, output } = await run(command, args, { quiet: true, ...options });
  return code === 0 ? '' : output || `ended with ${code}`;
};
const freePort = () =>
  new Promise(resolve => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function startServer(origin) {
  const port = await freePort();
  cpSync(`${root}examples/shop/help`, at('server/help'), { recursive: true });
  writeFileSync(at('server/handrail.json'), serverConfig(port, origin));
  const server = startCommand(at('server/node_modules/.bin/handrail'), ['serve', '--config', 'handrail.json'], {
    cwd: at('server'),
    env: { HANDRAIL_OPEN: '0' },
    ready: /#sign-in=(hs_[\w-]+)/,
  });
  stops.push(server.stop);
  const code = await server.found;
  help = `http://localhost:${port}`;
  const bot = startCommand(process.execPath, ['bot.mjs', help, code], { cwd: at('bot'), ready: /ready as/ });
  stops.push(bot.stop);
  await bot.found;
  return '';
}

/** Every compiler in one project; each way of resolving is a run of its own. */
async function types(tarballs) {
  const every = publicPackages().map(name => [manifestOf(name).name, '']);
  const dependencies = { ...Object.fromEntries(every), react: '^19.3.1', vue: '^3.5.45', svelte: '^5.57.3' };
  const devDependencies = {
    '@types/node': 'catalog:',
    '@types/react': '^19.3.0',
    typescript: 'latest',
    'typescript-5.6': 'npm:typescript@~5.6.3',
  };
  const files = { 'consumer.ts': consumer() };
  await row('types', 'install', () =>
    install(at('types'), { files, manifest: { dependencies, devDependencies }, tarballs }),
  );
  for (const [compiler, resolution] of COMPILERS) {
    const { version } = JSON.parse(readFileSync(at(`types/node_modules/${compiler}/package.json`), 'utf8'));
    const config = `tsconfig.${compiler}.${resolution}.json`;
    writeFileSync(at(`types/${config}`), JSON.stringify(settings(resolution)));
    await row('types', `TypeScript ${version}, ${resolution}`, () =>
      ran(process.execPath, [`node_modules/${compiler}/bin/tsc`, '-p', config], { cwd: at('types') }),
    );
  }
}

async function main() {
  mkdirSync(at('tarballs'));
  const tarballs = await packAll(at('tarballs'));
  await row('tarballs', 'license, versions', async () =>
    (await Promise.all([...tarballs].map(([name, file]) => lacksOf(name, file)))).flat().join('\n'),
  );
  const site = await servePages(folder, () => help);
  stops.push(site.stop);

  const manifest = { dependencies: { '@handrail/server': '' } };
  await row('server', 'install', () => install(at('server'), { manifest, tarballs }));
  await row('bot', 'install', () => install(at('bot'), { from: 'examples/bot', tarballs }));
  await row('server', 'start, with a program as agent', () => startServer(site.origin));

  const core = { dependencies: { '@handrail/core': '' } };
  const files = { 'talk.mjs': readFileSync(new URL('packed/talk.mjs', import.meta.url), 'utf8') };
  await row('node', 'install', () => install(at('node'), { manifest: core, files, tarballs }));
  await row('node', 'conversation', async () => {
    const { output } = await run(process.execPath, ['talk.mjs', help, 'demo'], { quiet: true, cwd: at('node') });
    return output.startsWith('Hello, I am a program.') ? '' : output;
  });

  cpSync(`${root}examples/script-tag`, at('script-tag'), { recursive: true });
  await row('script tag', 'search', () => inPage(chromium, `${site.origin}/script-tag/`, searchInWidget));
  for (const name of ['react', 'vue', 'svelte']) {
    await row(name, 'install', () => install(at(name), { from: `examples/${name}`, tarballs }));
    await row(name, 'build', () => ran('npm', ['run', 'build', '--silent'], { cwd: at(name) }));
    await row(name, 'conversation', () => inPage(chromium, `${site.origin}/${name}/dist/`, talkInPage));
  }
  await row('static', 'install', () => install(at('static'), { from: 'examples/static', tarballs }));
  await row('static', 'build', async () => {
    cpSync(`${root}examples/shop/help`, at('shop/help'), { recursive: true });
    return ran('npm', ['run', 'build', '--silent'], { cwd: at('static') });
  });
  await row('static', 'search', () => inPage(chromium, `${site.origin}/static/dist/`, searchInWidget));
  await types(tarballs);
}

try {
  await main();
} finally {
  for (const stop of stops) stop();
  if (existsSync(folder) && !process.env.HANDRAIL_KEEP) rmSync(folder, { recursive: true, force: true });
}
console.table(rows);
process.exit(rows.some(({ result }) => result !== 'ok') ? 1 : 0);
