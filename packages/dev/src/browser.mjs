import { existsSync } from 'node:fs';
import { installDebian } from './debian.mjs';

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
  await installDebian('chromium', ['chromium', 'fonts-noto-core', 'fonts-noto-cjk']);
  const installed = find();
  if (installed) return installed;
  process.stderr.write(
    'No browser found: install Chrome, Edge or Chromium (Debian: apt-get install chromium), or set HANDRAIL_CHROMIUM to its path.\n',
  );
  return null;
}
