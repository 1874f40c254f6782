import { languageKey } from '../launcher/languageKey.js';

/** What the button says that takes a greeting away, by language; `zt` is Traditional Chinese. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'Dismiss',
  de: 'Ausblenden',
  fr: 'Masquer',
  es: 'Descartar',
  pt: 'Dispensar',
  it: 'Ignora',
  nl: 'Verbergen',
  pl: 'Odrzuć',
  tr: 'Kapat',
  ru: 'Скрыть',
  uk: 'Приховати',
  ar: 'إخفاء',
  he: 'הסתרה',
  fa: 'بستن',
  hi: 'हटाएँ',
  id: 'Tutup',
  vi: 'Bỏ qua',
  th: 'ปิด',
  ja: '閉じる',
  ko: '닫기',
  zh: '不再显示',
  zt: '不再顯示',
};

/** In the language, else in English. */
export const dismissWord = (locale: string): string => WORDS[languageKey(locale)] ?? (WORDS.en as string);
