/** What the launcher says: closed, open, and with unread messages (`#` is how many). */
export type Labels = readonly [open: string, close: string, unread: string];

/** Words the launcher needs before any catalogue is loaded, by language; `zt` is Traditional Chinese. */
const LABELS: Readonly<Record<string, Labels>> = {
  en: ['Open help', 'Close help', '# unread'],
  de: ['Hilfe öffnen', 'Hilfe schließen', '# ungelesen'],
  fr: ['Ouvrir l’aide', 'Fermer l’aide', 'non lus : #'],
  es: ['Abrir la ayuda', 'Cerrar la ayuda', '# sin leer'],
  pt: ['Abrir a ajuda', 'Fechar a ajuda', 'não lidas: #'],
  it: ['Apri l’aiuto', 'Chiudi l’aiuto', 'non letti: #'],
  nl: ['Hulp openen', 'Hulp sluiten', '# ongelezen'],
  pl: ['Otwórz pomoc', 'Zamknij pomoc', 'nieprzeczytane: #'],
  tr: ['Yardımı aç', 'Yardımı kapat', '# okunmamış'],
  ru: ['Открыть помощь', 'Закрыть помощь', 'не прочитано: #'],
  uk: ['Відкрити допомогу', 'Закрити допомогу', 'не прочитано: #'],
  ar: ['فتح المساعدة', 'إغلاق المساعدة', 'غير مقروءة: #'],
  he: ['פתיחת העזרה', 'סגירת העזרה', 'לא נקראו: #'],
  fa: ['باز کردن راهنما', 'بستن راهنما', '# خوانده‌نشده'],
  hi: ['सहायता खोलें', 'सहायता बंद करें', '# अपठित'],
  id: ['Buka bantuan', 'Tutup bantuan', '# belum dibaca'],
  vi: ['Mở trợ giúp', 'Đóng trợ giúp', '# chưa đọc'],
  th: ['เปิดความช่วยเหลือ', 'ปิดความช่วยเหลือ', 'ยังไม่ได้อ่าน #'],
  ja: ['ヘルプを開く', 'ヘルプを閉じる', '未読 # 件'],
  ko: ['도움말 열기', '도움말 닫기', '읽지 않음 #개'],
  zh: ['打开帮助', '关闭帮助', '# 条未读'],
  zt: ['開啟說明', '關閉說明', '# 則未讀'],
};

/** The labels of a language in any region; `undefined` for one that has none. */
export function labelsOf(locale: string): Labels | undefined {
  const tag = locale.toLowerCase();
  const language = tag.split(/[-_]/)[0] ?? '';
  return LABELS[/^zh[-_](hant|tw|hk|mo)/.test(tag) ? 'zt' : ({ iw: 'he', in: 'id' }[language] ?? language)];
}
