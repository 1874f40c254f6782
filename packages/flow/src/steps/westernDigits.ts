/** Arabic, Persian and full-width digits as Western ones. */
export function westernDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
    .replace('٫', '.');
}
