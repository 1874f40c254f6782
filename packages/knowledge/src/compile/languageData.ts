import { endingsOf } from '../text/endings.js';
import { type LanguageData, UNSPACED } from '../text/language.js';
import { languageOf } from '../text/locales.js';
import { smallTalkPhrases, smallTalkWords } from '../text/smallTalk.js';

/** The lists a locale needs; phrases only where some title is in a script that needs them. */
export function languageData(locale: string, titles: readonly string[]): LanguageData {
  const language = languageOf(locale);
  return {
    words: smallTalkWords(language),
    phrases: titles.some(title => UNSPACED.test(title)) ? smallTalkPhrases() : '',
    endings: endingsOf(language),
  };
}
