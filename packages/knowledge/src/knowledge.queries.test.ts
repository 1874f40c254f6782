import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile/compile.js';
import { loadKnowledge } from './knowledge.js';

const articles = [
  {
    id: 'returns',
    title: 'Return an order',
    aliases: ['send-back'],
    body: 'Thirty days.\n\n## Refund\n\nIn five days.',
    synonyms: [['refund', 'money back']],
  },
  { id: 'e30', title: 'Error E30 on the display', body: 'Code 0x80070057 or ERR_TIMEOUT. Write to help@shop.example.' },
  { id: 'password', title: 'Reset your password', questions: ['I forgot my password'], body: 'Open the account page.' },
  { id: 'zh', locale: 'zh-Hans', title: '申请退货', body: '三十天内可以退货。错误代码 E30。' },
  { id: 'ko', locale: 'ko', title: '비밀번호 재설정', body: '계정 페이지를 엽니다.' },
  { id: 'th', locale: 'th', title: 'ยกเลิกคำสั่งซื้อ', body: 'เปิดหน้าบัญชีของคุณ' },
  { id: 'vi', locale: 'vi', title: 'Đặt lại mật khẩu', body: 'Mở trang tài khoản.' },
  { id: 'he', locale: 'he', title: 'איפוס סיסמה', body: 'פתחו את דף החשבון.' },
  { id: 'ar', locale: 'ar', title: 'إعادة تعيين كلمة المرور', body: 'افتح صفحة الحساب.' },
  { id: 'ja', locale: 'ja', title: 'パスワードをリセットする', body: 'アカウントページを開きます。' },
];
const compiled = compile(articles, { defaultLocale: 'en', synonyms: { en: [['parcel', 'package']] } });
const open = async () => {
  const files = await compiled;
  return loadKnowledge(async path => files.get(path) ?? '');
};

test.each([
  ['resetpassword', 'en', 'password'],
  ['E30', 'en', 'e30'],
  ['e-30', 'en', 'e30'],
  ['err timeout', 'en', 'e30'],
  ['0x80070057', 'en', 'e30'],
  ['help@shop.example', 'en', 'e30'],
  ['Ｅ３０', 'en', 'e30'],
  ['money back', 'en', 'returns'],
  ['E30', 'zh-Hans', 'zh'],
  ['退货', 'zh-Hans', 'zh'],
  ['비밀번호를', 'ko', 'ko'],
  ['คำสั่งซื้อ', 'th', 'th'],
  ['mat khau', 'vi', 'vi'],
  ['סיסמה', 'he', 'he'],
  ['كَلِمَة', 'ar', 'ar'],
  ['ﾊﾟｽﾜｰﾄﾞ', 'ja', 'ja'],
])('%s (%s)', async (query, locale, id) => {
  expect((await (await open()).search(query, { locale }))[0]?.id).toBe(id);
});

test('words written together are taken apart in the corrected query', async () => {
  expect((await (await open()).find('resetpassword now')).corrected).toBe('reset password now');
});

test('an article opens under the ids it had before', async () => {
  const knowledge = await open();
  expect((await knowledge.article('send-back')).id).toBe('returns');
  await expect(knowledge.article('nowhere')).rejects.toThrow('expected an id of locale en, got "nowhere"');
});

test('an explanation adds up to the score, names synonyms, and is not there unasked', async () => {
  const knowledge = await open();
  for (const query of ['return an order', 'pasword rest', 'money back', 'refund of my order', 'retur']) {
    const hits = await knowledge.search(query, { explain: true });
    expect(hits.length, query).toBeGreaterThan(0);
    for (const { score, explanation } of hits) {
      const { byWords = 0, byPhrase = null, scale = 0 } = explanation ?? {};
      expect((byWords + (byPhrase?.points ?? 0)) * scale).toBeCloseTo(score, 6);
    }
  }
  const [hit] = await knowledge.search('money back', { explain: true });
  expect(hit?.explanation?.wording).toBe('refund');
  expect((await knowledge.search('refund'))[0]).not.toHaveProperty('explanation');
});

test('any text is a query: no error, no mark outside its text', { timeout: 60_000 }, async () => {
  const knowledge = await open();
  const shared = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/data/security/naughty-strings.json');
  const naughty = existsSync(shared) ? (JSON.parse(readFileSync(shared, 'utf8')) as unknown) : [];
  const texts = (Array.isArray(naughty) ? naughty : Object.values(naughty as object).flat()).map(String);
  const long = [
    'a'.repeat(100_000),
    'ab '.repeat(50_000),
    '退'.repeat(50_000),
    '\ud800'.repeat(1000),
    '👩‍👩‍👧'.repeat(2000),
  ];
  for (const text of [...texts, ...long, '', ' ', '__proto__', 'constructor toString']) await check(text);
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 200 });

  async function check(text: string): Promise<void> {
    for (const locale of ['en', 'zh-Hans']) {
      const { hits } = await knowledge.find(text, { locale });
      await knowledge.match(text, { locale });
      for (const { title, titleMarks, snippet, confidence } of hits) {
        for (const [from, to] of titleMarks) expect(from >= 0 && to <= title.length && from < to).toBe(true);
        for (const [from, to] of snippet.marks) expect(from >= 0 && to <= snippet.text.length && from < to).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }
  }
});
