import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { Take } from './states.js';

/** Pictures by state and language, each in the four looks. */
export interface Album {
  /** Draws states of a page in the looks, under a language. */
  taker(page: Page, language: string): Take;
  /** Writes a sheet for each state, and a page with all of them. */
  write(browser: Browser, folder: string): Promise<void>;
}

/** What the panel is drawn for; the wide window is cut to where the panel is. */
const LOOKS = [
  { width: 1280, height: 860, clip: { x: 840, y: 40, width: 440, height: 820 }, colorScheme: 'light' },
  { width: 1280, height: 860, clip: { x: 840, y: 40, width: 440, height: 820 }, colorScheme: 'dark' },
  { width: 320, height: 640, clip: { x: 0, y: 0, width: 320, height: 640 }, colorScheme: 'light' },
  { width: 320, height: 640, clip: { x: 0, y: 0, width: 320, height: 640 }, colorScheme: 'dark' },
] as const;

/** The panel of a page that is written from the right stands on the left. */
const LEFT = { x: 0, y: 40, width: 440, height: 820 };

export function createAlbum(): Album {
  const states = new Map<string, Map<string, string[]>>();
  return {
    taker: (page, language) => async state => {
      const pictures: string[] = [];
      for (const { clip, colorScheme, ...viewport } of LOOKS) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const place = viewport.width > 320 && language === 'ar' ? LEFT : clip;
        const picture = await page.screenshot({ clip: place, type: 'jpeg', quality: 70 });
        pictures.push(`data:image/jpeg;base64,${picture.toString('base64')}`);
      }
      await page.setViewportSize({ width: 1280, height: 860 });
      states.set(state, (states.get(state) ?? new Map()).set(language, pictures));
    },
    async write(browser, folder) {
      mkdirSync(folder, { recursive: true });
      const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
      for (const [state, languages] of states) {
        await page.setContent(sheetOf(languages));
        await page.screenshot({ path: `${folder}/${fileOf(state)}`, fullPage: true, type: 'jpeg', quality: 55 });
      }
      await page.close();
      writeFileSync(`${folder}/index.html`, indexOf([...states.keys()]));
    },
  };
}

const fileOf = (state: string) => `${state.replaceAll(' ', '-')}.jpg`;

/** Languages below each other, looks beside each other. */
function sheetOf(languages: ReadonlyMap<string, readonly string[]>): string {
  const rows = [...languages].map(
    ([language, pictures]) => `<h2>${language}</h2><div>${pictures.map(url => `<img src="${url}">`).join('')}</div>`,
  );
  return `<style>body{margin:8px;font:14px sans-serif;background:#8884}h2{margin:8px 0 4px}div{display:flex;gap:6px}
img{height:430px}</style>${rows.join('')}`;
}

function indexOf(states: readonly string[]): string {
  const sheets = states.map(state => `<h2>${state}</h2><img loading="lazy" src="${fileOf(state)}" alt="${state}">`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every state of the panel</title>
<style>body{font:16px/1.5 sans-serif;margin:2rem}img{max-width:100%}</style><h1>Every state of the panel</h1>${sheets.join('\n')}</html>
`;
}
