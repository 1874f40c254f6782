import { expect, test } from 'vitest';
import { normalise } from '../normalise.js';
import { allPhrases } from './allPhrases.js';

test.each(allPhrases.map(phrases => [phrases.locale, phrases] as const))(
  '%s is written as normalise() gives it',
  (_, phrases) => {
    const { locale: __, spaced: ___, ...fields } = phrases;
    for (const [name, alternatives] of Object.entries(fields)) {
      expect(() => new RegExp(alternatives), name).not.toThrow();
      expect(new RegExp(`^(?:${alternatives || 'x'})$`).test(''), `${name} matches nothing`).toBe(false);
      for (const [word] of alternatives.matchAll(/\p{L}+/gu)) expect.soft(normalise(word).trim(), name).toBe(word);
    }
  },
);
