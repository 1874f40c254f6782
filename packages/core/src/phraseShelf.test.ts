import { allPhrases, type BuiltinLocale, type Phrases } from '@handrail/flow';
import { expect, test, vi } from 'vitest';
import { loadEngine } from './flowEngine.js';
import { createPhraseShelf } from './phraseShelf.js';

const named = (locale: string) => ({ locale }) as Phrases;

test('every language has its file, and they come in the order of all', async () => {
  const shelf = createPhraseShelf();
  await shelf.fetch(allPhrases.map(({ locale }) => locale as BuiltinLocale).reverse());
  expect(shelf.phrases()).toEqual(allPhrases);
});

test('a file is fetched once, and again only when it could not be had', async () => {
  const en = vi.fn(async () => named('en'));
  const de = vi.fn(async () => named('de')).mockRejectedValueOnce(new Error('no network'));
  const shelf = createPhraseShelf({ en, de } as unknown as Parameters<typeof createPhraseShelf>[0]);
  await expect(shelf.fetch(['de', 'en'])).rejects.toThrow('no network');
  expect(shelf.phrases()).toEqual([named('en')]);
  await shelf.fetch(['de', 'en']);
  expect(shelf.phrases()).toEqual([named('en'), named('de')]);
  await shelf.fetch(['de', 'en']);
  expect([en.mock.calls.length, de.mock.calls.length]).toEqual([1, 2]);
});

test.each([
  'Ich möchte mit einem Menschen sprechen',
  '转人工',
  'хочу поговорить с человеком',
  'quiero hablar con una persona',
])('an English page hands over whoever asks for a person in another language: %s', async text => {
  const engine = await loadEngine({ fetch: () => Promise.reject(new Error('nothing is fetched')) }, 'en', null);
  const asked = async () => {
    const begun = engine.start(engine.definition, { locale: 'en' });
    const { state } = engine.step(engine.definition, begun, { type: 'start' });
    return engine.step(engine.definition, state, { type: 'text', text }).effects.map(({ type }) => type);
  };
  expect(await asked()).not.toContain('handoff');
  await engine.prepare(text);
  expect(await asked()).toContain('handoff');
});
