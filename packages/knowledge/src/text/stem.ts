/** Letters that stay. */
const KEPT = 3;

/** A word without its grammatical ending; words of the same stem find each other. Folded words in, folded words out. */
export type Stem = (word: string) => string;

/**
 * A light stemmer for a language (BCP 47 primary subtag) and its endings, longest first: plural and verb endings only, in the spirit of J. Savoy,
 * "Light stemming approaches for the French, Portuguese, German and Hungarian languages" (2006). English has its own
 * rules (after D. Harman's S-stemmer, 1991, plus -ing and -ed); a language without rules keeps its words.
 */
export function createStem(language: string, given: string): Stem {
  if (language === 'en') return stemEnglish;
  if (given === '') return word => word;
  const endings = given.split(' ');
  return word => {
    const ending = endings.find(end => word.length - end.length >= KEPT && word.endsWith(end));
    return ending ? word.slice(0, -ending.length) : word;
  };
}

function stemEnglish(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stem = singular(word);
  if (stem.endsWith('ied') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/[aeiouy].*ing$/.test(stem) && stem.length > 5) stem = undouble(stem.slice(0, -3));
  else if (/[aeiouy].*ed$/.test(stem) && stem.length > 4) stem = undouble(stem.slice(0, -2));
  if (stem.length > 3 && stem.endsWith('e')) return stem.slice(0, -1);
  return stem.length > 2 && stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem;
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function undouble(word: string): string {
  return /([bdfgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}
