/** What the arrows of a row of cards say, by language: the one before, the next one. Beside the catalogues, since few panels have such a row. */
const WORDS: Readonly<Record<string, readonly [earlier: string, later: string]>> = {
  en: ['Previous card', 'Next card'],
  de: ['Vorherige Karte', 'Nächste Karte'],
  fr: ['Carte précédente', 'Carte suivante'],
  es: ['Tarjeta anterior', 'Tarjeta siguiente'],
  'pt-BR': ['Cartão anterior', 'Próximo cartão'],
  it: ['Scheda precedente', 'Scheda successiva'],
  nl: ['Vorige kaart', 'Volgende kaart'],
  pl: ['Poprzednia karta', 'Następna karta'],
  tr: ['Önceki kart', 'Sonraki kart'],
  ru: ['Предыдущая карточка', 'Следующая карточка'],
  uk: ['Попередня картка', 'Наступна картка'],
  ar: ['البطاقة السابقة', 'البطاقة التالية'],
  he: ['הכרטיס הקודם', 'הכרטיס הבא'],
  fa: ['کارت قبلی', 'کارت بعدی'],
  hi: ['पिछला कार्ड', 'अगला कार्ड'],
  id: ['Kartu sebelumnya', 'Kartu berikutnya'],
  vi: ['Thẻ trước', 'Thẻ tiếp theo'],
  th: ['การ์ดก่อนหน้า', 'การ์ดถัดไป'],
  ja: ['前のカード', '次のカード'],
  ko: ['이전 카드', '다음 카드'],
  'zh-Hans': ['上一张卡片', '下一张卡片'],
  'zh-Hant': ['上一張卡片', '下一張卡片'],
};

/** In a language of the catalogues, else in English. */
export const cardWords = (locale: string): readonly [earlier: string, later: string] =>
  WORDS[locale] ?? (WORDS.en as readonly [string, string]);
