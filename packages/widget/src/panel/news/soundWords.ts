import { languageKey } from '../../launcher/languageKey.js';

/** The switch of the sound in the menu of a conversation, by language; `zt` is Traditional Chinese. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'Sound for new messages',
  de: 'Ton bei neuen Nachrichten',
  fr: 'Son à chaque nouveau message',
  es: 'Sonido al recibir mensajes',
  pt: 'Som para novas mensagens',
  it: 'Suono per i nuovi messaggi',
  nl: 'Geluid bij nieuwe berichten',
  pl: 'Dźwięk przy nowych wiadomościach',
  tr: 'Yeni mesajlarda ses',
  ru: 'Звук при новых сообщениях',
  uk: 'Звук для нових повідомлень',
  ar: 'صوت عند وصول رسالة جديدة',
  he: 'צליל בהודעות חדשות',
  fa: 'صدا برای پیام‌های جدید',
  hi: 'नए संदेशों पर ध्वनि',
  id: 'Suara untuk pesan baru',
  vi: 'Âm báo khi có tin nhắn mới',
  th: 'เสียงเมื่อมีข้อความใหม่',
  ja: '新着メッセージの通知音',
  ko: '새 메시지 알림음',
  zh: '新消息提示音',
  zt: '新訊息提示音',
};

/** In the language, else in English. */
export const soundWord = (locale: string): string => WORDS[languageKey(locale)] ?? (WORDS.en as string);
