import { existsSync, readFileSync } from 'node:fs';
import { installDebian } from './debian.mjs';
import { root } from './run.mjs';

/**
 * Engines beside Chromium: the file of `packages/e2e/src/engines` that runs each, the variable that names its program, where
 * programs it needs usually are (one of each row), and Debian's packages that bring them.
 */
const ENGINES = [
  {
    name: 'Firefox',
    spec: 'firefox',
    variable: 'HANDRAIL_FIREFOX',
    needs: [
      [
        '/usr/bin/firefox-esr',
        '/usr/bin/firefox',
        '/Applications/Firefox.app/Contents/MacOS/firefox',
        'C:/Program Files/Mozilla Firefox/firefox.exe',
      ],
    ],
    packages: ['firefox-esr'],
  },
  {
    name: 'WebKitGTK',
    spec: 'webkit',
    variable: 'HANDRAIL_WEBKIT',
    needs: [['/usr/bin/WebKitWebDriver'], ['/usr/bin/Xvfb']],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
];

/** Path of what an engine is started with, or `null`. */
function find({ variable, needs: [first, ...others] }) {
  if (!others.every(paths => paths.some(path => existsSync(path)))) return null;
  return [process.env[variable], ...first].find(path => path && existsSync(path)) ?? null;
}

/**
 * Finds Firefox and WebKitGTK; installs Debian's when run as root on Debian. Says in one line what is missing.
 * @returns {Promise<{env: Record<string, string>, specs: string[], missing: string[]}>} variables for the tests, files to
 * run, and names of engines that are not there
 */
export async function otherEngines() {
  const absent = ENGINES.filter(engine => !find(engine));
  if (absent.length > 0) {
    await installDebian(
      absent.map(({ name }) => name).join(' and '),
      absent.flatMap(({ packages }) => packages),
    );
  }
  const found = ENGINES.filter(find);
  const missing = ENGINES.filter(engine => !found.includes(engine));
  for (const { name, variable, packages } of missing) {
    process.stderr.write(
      `No ${name} found, its tests do not run: install it (Debian: apt-get install ${packages.join(' ')}), or set ${variable} to its path.\n`,
    );
  }
  return {
    env: Object.fromEntries(found.map(engine => [engine.variable, find(engine)])),
    specs: found.map(({ spec }) => `engines/${spec}.spec.ts`),
    missing: missing.map(({ name }) => name),
  };
}

/** Versions of the engines as they told them in the last run, such as `firefox 140.12.0`. */
export function versionsOf(specs) {
  return specs.flatMap(spec => {
    const name = spec.replace(/^.*\/|\.spec\.ts$/g, '');
    const file = `${root}.reports/engines/${name}/version.txt`;
    return existsSync(file) ? [`${name} ${readFileSync(file, 'utf8')}`] : [];
  });
}
