/** The language of a tag, by the name of today; `zt` for Chinese in traditional characters. */
export function languageKey(locale: string): string {
  const tag = locale.toLowerCase();
  const language = tag.split(/[-_]/)[0] ?? '';
  return /^zh[-_](hant|tw|hk|mo)/.test(tag) ? 'zt' : ({ iw: 'he', in: 'id' }[language] ?? language);
}
