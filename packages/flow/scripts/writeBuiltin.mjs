/** Writes src/builtin/<locale>.ts from flows/builtin.json: `node scripts/writeBuiltin.mjs`. Its texts are plain paragraphs. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('..', import.meta.url);
const { texts, locales } = JSON.parse(readFileSync(new URL('flows/builtin.json', folder), 'utf8'));
const nameOf = locale => locale.replace(/-(\w)/, (_, letter) => letter.toUpperCase());

for (const locale of locales) {
  const lines = Object.entries(texts).map(
    ([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text[locale])},`,
  );
  const source = [
    '// Written by scripts/writeBuiltin.mjs from flows/builtin.json.',
    "import { plainTexts } from './plainTexts.js';",
    '',
    `/** Texts of the built-in flow, ${locale}. */`,
    `export const ${nameOf(locale)} = /* @__PURE__ */ plainTexts({`,
    ...lines,
    '});',
    '',
  ];
  writeFileSync(new URL(`src/builtin/${locale}.ts`, folder), source.join('\n'));
}
execFileSync('npx', ['biome', 'check', '--write', 'src/builtin'], { cwd: folder, stdio: 'inherit' });
