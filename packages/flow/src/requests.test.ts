import { expect, test } from 'vitest';
import { allPhrases } from './phrases/allPhrases.js';
import { recogniseRequest } from './requests.js';

const clear: Record<string, string[]> = {
  en: [
    'talk to a human',
    'I want to talk to a real person',
    'Can I speak with someone?',
    'HUMAN PLEASE',
    'get me a human',
    'please connect me to an agent',
    'transfer me to a representative',
    'put me through to customer service',
    'operator',
    'I need a human',
    "I don't want to talk to a bot",
    'I don’t want to talk to a stupid robot',
    'stop, no more bots',
    'live agent',
    'speak to your manager',
    'hi, could I chat with a person about my order?',
  ],
  'zh-Hans': [
    '人工',
    '转人工',
    '转人工客服',
    '我要转人工！',
    '怎么转人工',
    '人工客服',
    '我想找真人',
    '我不想和机器人说话',
    '不要机器人',
    '帮我找客服',
    '叫个活人来',
    '为什么不能转人工',
  ],
  'zh-Hant': ['轉人工', '轉接真人客服', '我想找真人', '不要機器人', '請幫我轉專員'],
  ar: [
    'أريد التحدث إلى شخص',
    'اريد التحدث مع موظف',
    'حولني إلى موظف',
    'موظف',
    'أريد شخصًا حقيقيًا',
    'لا أريد التحدث مع روبوت',
    'ممكن أتكلم مع موظف خدمة العملاء؟',
  ],
  de: [
    'Ich möchte mit einem Menschen sprechen',
    'Mitarbeiter bitte',
    'verbinden Sie mich mit einem Mitarbeiter',
    'Ich will nicht mit einem Bot sprechen',
    'echter Mensch',
  ],
  fr: [
    'je veux parler à un humain',
    'parler avec un conseiller',
    'passez-moi un conseiller',
    'je ne veux pas parler à un robot',
    "j'aimerais parler à quelqu'un",
  ],
  es: [
    'quiero hablar con una persona',
    'hablar con un agente',
    'páseme con un representante',
    'no quiero hablar con un robot',
    'una persona real por favor',
  ],
  ja: [
    'オペレーターと話したい',
    '人間と話したいです',
    '担当者につないでください',
    '有人対応でお願いします',
    'ボットと話したくない',
  ],
  ko: ['상담원 연결해 주세요', '사람이랑 얘기하고 싶어요', '상담원과 통화하고 싶습니다', '봇 말고 사람이요'],
};

const ambiguous = [
  'agent',
  'support',
  'contact',
  'How do I contact you?',
  'customer service',
  'phone number',
  '客服',
  '客服电话',
  '怎么联系你们',
  '聯絡方式',
  'خدمة العملاء',
  'رقم الهاتف',
  'Kontakt',
  'service client',
  'teléfono',
  '電話番号',
  '고객센터',
];

const neither = [
  'do you have human-size gloves',
  'Is this human hair?',
  'contact lenses',
  'My real estate agent gave me this code',
  'does this support Bluetooth 5.3',
  'I do not have a coffee machine',
  'It does not fit my machine',
  'how many people fit in this tent',
  'Can I transfer my ticket to another person?',
  "I don't want to talk to a human",
  'no need for an agent',
  'Are you a real person?',
  "I'm not a robot check keeps failing",
  'Which robot vacuum is best?',
  'how do I talk to my team about this',
  'the person who delivered it left',
  'Can my customers chat with each other?',
  'operator gloves in size M',
  '人工智能是什么',
  '不用转人工',
  '你是机器人吗',
  '扫地机器人怎么退货',
  '人工草坪多少钱一米',
  '怎么退货',
  'كيف أعيد الطلب؟',
  'لا أريد التحدث مع موظف',
  'حقوق الإنسان',
  'Wie sende ich etwas zurück?',
  'robot aspirateur en panne',
  'recursos humanos',
  '返品したい',
  'ロボット掃除機が動かない',
  '반품하고 싶어요',
  '로봇청소기 고장',
];

test.each(Object.entries(clear))('%s: clear requests', (locale, texts) => {
  for (const text of texts)
    expect
      .soft(recogniseRequest(text, allPhrases), text)
      .toMatchObject({ kind: 'clear', locale: expect.stringMatching(`^${locale.slice(0, 2)}`) });
});

test.each(ambiguous)('ambiguous: %s', text => {
  expect(recogniseRequest(text, allPhrases)).toMatchObject({ kind: 'ambiguous' });
});

test.each(neither)('no request: %s', text => {
  expect(recogniseRequest(text, allPhrases)).toBeNull();
});

test('the words that were recognised are told', () => {
  expect(recogniseRequest('Hello, please let me TALK to a human!', allPhrases)).toEqual({
    kind: 'clear',
    locale: 'en',
    words: 'talk to a human',
  });
});
