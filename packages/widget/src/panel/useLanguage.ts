import { usePanel } from './panelContext.js';
import { useLazy } from './useLazy.js';

/** Letters of other scripts than Latin: Greek to Khmer, and kana to Hangul. */
const OTHER_SCRIPT = /[\u0370-\u1dff\u3040-\ud7ff]/;

/** The language of a message for `lang`, as far as its script tells; `undefined` where it may be the panel's own. */
export function useLanguage(text: string): string | undefined {
  const { words, lazy } = usePanel();
  // Where the panel itself is in another script, Latin letters are what stands out.
  const views = useLazy(OTHER_SCRIPT.test(text + words('close')), lazy.language);
  return views?.languageOf(text, words.locale);
}
