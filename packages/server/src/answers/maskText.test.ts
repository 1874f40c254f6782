import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createMask } from './maskText.js';

test.each([
  ['mail me at ana.b+c@mail.example please', 'mail me at [email-1] please'],
  ['ana@mail.example, or bo@mail.example, no: ana@mail.example', '[email-1], or [email-2], no: [email-1]'],
  ['card 4111 1111 1111 1111, cvc 737', 'card [card-1], cvc [code-1]'],
  ['IBAN GB82 WEST 1234 5698 7654 32', 'IBAN [iban-1]'],
  ['call +49 (0)30 901820 or 030/901820 or 13812345678', 'call [phone-1] or [phone-2] or [phone-3]'],
  ['身份证11010519491231002X谢谢', '身份证[id-1]谢谢'],
  ['from 10.1.2.3', 'from [ip-1]'],
  // What names a thing stays: the answer is about it.
  [
    'order NB-204815 of 2026-05-04 for 1,299.00 with 24 gears',
    'order NB-204815 of 2026-05-04 for 1,299.00 with 24 gears',
  ],
  ['see https://shop.example/o/4242424242424242', 'see https://shop.example/o/4242424242424242'],
])('%j is hidden as %j, and comes back', (text, hidden) => {
  const mask = createMask();
  expect(mask.hide(text)).toBe(hidden);
  expect(mask.show(hidden)).toBe(text);
});

test('a name nothing stands for is left', () => expect(createMask().show('[card-9]')).toBe('[card-9]'));

const cases = fileURLToPath(new URL('../../../../../shared/data/security/own-pii.json', import.meta.url));

test.runIf(existsSync(cases))('hides what the collected cases say, and nothing else', () => {
  for (const { text, mask } of JSON.parse(readFileSync(cases, 'utf8')) as { text: string; mask: string[] }[]) {
    const hidden = createMask().hide(text);
    for (const value of mask) expect(hidden.includes(value), `${text} -> ${hidden}`).toBe(false);
    if (mask.length === 0) expect(hidden).toBe(text);
  }
});
