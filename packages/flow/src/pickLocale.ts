/** Names of languages that changed; browsers and systems still send the older ones. */
const RENAMED: Readonly<Record<string, string>> = { iw: 'he', in: 'id', ji: 'yi' };

/**
 * The nearest of the available locales: the same tag, then the same language and script (Chinese regions name their
 * script: TW, HK and MO read Traditional, others Simplified), then the same language, then the first.
 */
export function pickLocale(wanted: string, available: readonly string[]): string {
  const tag = wanted
    .replace(/_/g, '-')
    .toLowerCase()
    .replace(/^[a-z]+/, language => RENAMED[language] ?? language);
  const language = tag.split('-')[0];
  const full = language === 'zh' ? (/hant|-(tw|hk|mo)/.test(tag) ? 'zh-hant' : 'zh-hans') : tag;
  const find = (test: (locale: string) => boolean) => available.find(locale => test(locale.toLowerCase()));
  return (
    find(locale => locale === tag) ??
    find(locale => locale === full) ??
    find(locale => locale.split('-')[0] === language) ??
    available[0] ??
    wanted
  );
}
