import { existsSync } from 'node:fs';
import { run } from './run.mjs';

const CANDIDATES = [
  process.env.HANDRAIL_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

const find = () => CANDIDATES.find(path => path && existsSync(path));

/** Path of a Chromium-based browser; installs Debian's when run as root on Debian. `null`, with one line, when there is none. */
export async function browser() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing chromium\n');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { quiet: true, env });
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core', 'fonts-noto-cjk'],
      { quiet: true, env },
    );
    const installed = find();
    if (installed) return installed;
  }
  process.stderr.write(
    'No browser found: install Chrome, Edge or Chromium (Debian: apt-get install chromium), or set HANDRAIL_CHROMIUM to its path.\n',
  );
  return null;
}
