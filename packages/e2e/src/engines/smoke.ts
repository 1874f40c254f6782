import { afterAll, beforeAll, describe, test } from 'vitest';
import type { OpenEngine } from './engine.js';
import { findArticle, talk, useKeyboard } from './journeys.js';
import { look } from './look.js';
import { type RunningEngine, startEngine } from './startEngine.js';

/** The steps every engine takes; pictures and the version go to `.reports/engines/<name>`. */
export function smoke(name: string, openEngine: OpenEngine): void {
  describe(name, () => {
    let engine: RunningEngine;
    beforeAll(async () => {
      engine = await startEngine(name, openEngine);
    });
    afterAll(() => engine?.stop());

    test('a search finds an article', () => engine.visit(findArticle));
    test('the bot answers, a person takes over, and a reload keeps it all', () => engine.visit(talk));
    test('by keyboard alone: open, search, read, close', () => engine.visit(useKeyboard));

    test.each([
      ['ar', 'rtl'],
      ['zh-Hans', 'ltr'],
    ])('%s opens and has room', (lang, direction) =>
      engine.visit(visit => look(visit, lang, { lang, direction, dark: false }), `/?lang=${lang}`),
    );
    test('a dark system gets a dark panel', () =>
      engine.visit(visit => look(visit, 'dark', { lang: 'en', direction: 'ltr', dark: true }), '/', { dark: true }));
  });
}
