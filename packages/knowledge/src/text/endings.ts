const ENDINGS: Readonly<Record<string, string>> = {
  de: 'ungen erung ung ern em en er es e s n',
  fr: 'issements issement ements ement ations ation euses euse eurs eur ees ee er es ez e s',
  es: 'aciones acion amientos amiento ando iendo adas ados ada ado ar er ir os as es o a s',
  pt: 'acoes acao amentos amento ando endo indo adas ados ada ado ar er ir os as es o a s',
  it: 'azioni azione amenti amento ando endo ate ati ata ato are ere ire i e o a',
  nl: 'ingen ing eren en er es e s',
  ru: 'иями ями ами иях ях ах ого его ому ему ыми ими ость ости ать ить ый ий ой ая яя ое ее ые ие ов ев ам ям ом ем ых их ую юю ы и а я о е у ю ь',
  tr: 'larinin lerinin larini lerini larin lerin lari leri lar ler nin nun dan den da de in un i u',
  pl: 'ami ach owie ego emu ych ich ymi imi ow om em ie y i a e o u',
  id: 'kan nya lah an i',
};

/** Endings a light stemmer cuts from words of a language, longest first, joined by spaces; empty for a language without a list. */
export function endingsOf(language: string): string {
  return ENDINGS[language] ?? '';
}
