import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { expect, test } from 'vitest';
import { allPhrases } from './allPhrases.js';
import type { Phrases } from './phrases.js';

/** So many characters of a phrase tell languages apart well enough: two more cost twice the bytes. */
const LENGTH = 4;

test('openings.ts is what the phrases give; written anew with `vitest -u`', async () => {
  const lines = allPhrases
    .map(phrases => [phrases.locale, latinOpenings(phrases)] as const)
    .filter(([, latin]) => latin.length > 0)
    .map(([locale, latin]) => {
      // As the formatter writes long texts: after a name in quotes on a line of their own.
      const name = locale.includes('-') ? `'${locale}':\n   ` : `${locale}:`;
      return `  ${name} '${latin.join('|')}',`;
    });
  const source = [
    '// Written by openings.test.ts from the phrases.',
    '',
    '/** How phrases in Latin letters begin, after `normalise`, per locale: alternatives of a regular expression. */',
    'export const openings = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n');
  await expect(source).toMatchFileSnapshot('openings.ts');
});

function latinOpenings(phrases: Phrases): string[] {
  // Scripts without spaces are known by their letters; a Latin word among them ("ok", "hi") is English too.
  if (!phrases.spaced) return [];
  const { locale: _, spaced: __, filler: ___, negators: ____, ...kinds } = phrases;
  const found = [...new Set(Object.values(kinds).flatMap(openingsOf))].filter(start => /^\p{sc=Latin}/u.test(start));
  return found.filter(start => !found.some(other => other !== start && start.startsWith(other))).sort();
}

/** The first characters of everything that alternatives match; a shorter phrase ends with the space after it. */
function openingsOf(alternatives: string): string[] {
  const { alternatives: roots } = new RegExpParser().parsePattern(alternatives, undefined, undefined, {
    unicode: true,
  });
  const starts = roots.flatMap(({ elements }) => sequence(elements, ['']));
  return starts.map(start => (start.length < LENGTH ? `${start} ` : start));
}

function sequence(elements: readonly AST.Element[], starts: readonly string[]): string[] {
  return elements.reduce<string[]>((so, element) => follow(element, so), [...starts]);
}

/** Starts that are long enough stay; the others go on with the element. */
function follow(element: AST.Element, starts: readonly string[]): string[] {
  const short = starts.filter(start => start.length < LENGTH);
  const full = starts.filter(start => start.length >= LENGTH);
  return [...new Set([...full, ...(short.length > 0 ? grow(element, short) : [])])];
}

function grow(element: AST.Element, starts: readonly string[]): string[] {
  switch (element.type) {
    case 'Character':
      return starts.map(start => start + String.fromCodePoint(element.value));
    case 'CharacterClass':
      return element.elements.flatMap(member => {
        if (element.negate || member.type !== 'Character') throw new Error(`no opening: ${element.raw}`);
        return grow(member, starts);
      });
    case 'Group':
      return element.alternatives.flatMap(({ elements }) => sequence(elements, starts));
    case 'Quantifier':
      return repeat(element, starts);
    case 'Assertion':
      return [...starts];
    default:
      throw new Error(`no opening: ${element.raw}`);
  }
}

function repeat({ element, min, max }: AST.Quantifier, starts: readonly string[]): string[] {
  const found = min === 0 ? [...starts] : [];
  let grown = [...starts];
  for (let times = 1; times <= Math.min(max, min + LENGTH); times += 1) {
    grown = follow(element, grown);
    if (times >= min) found.push(...grown);
  }
  return [...new Set(found)];
}
