/**
 * Text made comparable: compatibility forms folded (full width, ligatures), lower case, Latin accents and Arabic
 * vowel signs dropped, alef / yeh / teh marbuta unified, everything but letters and digits a single space.
 * Padded with one space at each end, so that a whole word is ` word `.
 */
export function normalise(text: string): string {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '')
    .normalize('NFC')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ß/g, 'ss');
  return ` ${folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim()} `;
}
