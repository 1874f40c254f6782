import { languageKey } from './languageKey.js';

/** What the closed launcher says before any catalogue is loaded, by language; `zt` is Traditional Chinese. */
const LABELS: Readonly<Record<string, string>> = {
  en: 'Open help',
  de: 'Hilfe öffnen',
  fr: 'Ouvrir l’aide',
  es: 'Abrir la ayuda',
  pt: 'Abrir a ajuda',
  it: 'Apri l’aiuto',
  nl: 'Hulp openen',
  pl: 'Otwórz pomoc',
  tr: 'Yardımı aç',
  ru: 'Открыть помощь',
  uk: 'Відкрити допомогу',
  ar: 'فتح المساعدة',
  he: 'פתיחת העזרה',
  fa: 'باز کردن راهنما',
  hi: 'सहायता खोलें',
  id: 'Buka bantuan',
  vi: 'Mở trợ giúp',
  th: 'เปิดความช่วยเหลือ',
  ja: 'ヘルプを開く',
  ko: '도움말 열기',
  zh: '打开帮助',
  zt: '開啟說明',
};

/** The label of a language in any region; `undefined` for one that has none. */
export function labelOf(locale: string): string | undefined {
  return LABELS[languageKey(locale)];
}
