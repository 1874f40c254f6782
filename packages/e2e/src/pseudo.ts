import type { Page } from 'playwright-core';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  g: 'ĝ',
  i: 'î',
  j: 'ĵ',
  l: 'ļ',
  n: 'ñ',
  o: 'ö',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  w: 'ŵ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Č',
  D: 'Đ',
  E: 'Ê',
  H: 'Ĥ',
  I: 'Î',
  L: 'Ļ',
  N: 'Ñ',
  O: 'Ø',
  P: 'Þ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  W: 'Ŵ',
  Y: 'Ý',
};
const FILLING = 'ŵîð löñĝéŕ ţéxţš ţĥáñ Éñĝļîšĥ ĥáš, šö šöɱé ŕööɱ ɱûšţ šţáý';

/** English with accents, and 40 % longer: what is not drawn from a catalogue, or has no room, can be seen. `{name}` stays. */
export function pseudo(text: string): string {
  const accented = text.replace(/\{\w+\}|[A-Za-z]/g, part => ACCENTS[part] ?? part);
  const extra = Math.ceil(text.replace(/\{\w+\}/g, '').length * 0.4);
  return `${accented} ${FILLING.slice(0, extra).trim()}`;
}

/** Serves the English catalogue of the built widget in the pseudo-language instead. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.route(/\/w\/(?:[^/]+\/)*en-[\w-]+\.js$/, async route => {
    const response = await route.fetch();
    const source = await response.text();
    // The built-in bot's texts are a file called `en` as well; they are prose and stay as they are.
    if (!source.includes('askQuestion')) return route.fulfill({ response });
    const names: Readonly<Record<string, unknown>> = await import(`data:text/javascript,${encodeURIComponent(source)}`);
    const [[name, catalogue] = []] = Object.entries(names);
    if (name === undefined) throw new Error(`${route.request().url()}: expected one export, got none`);
    const body = JSON.stringify(catalogue, (_key, value: unknown) =>
      typeof value === 'string' ? pseudo(value) : value,
    );
    return route.fulfill({ response, body: `const texts=${body};export{texts as ${name}};` });
  });
}
