import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the pictures of the cards are; a page has to allow it. */
export const PICTURES_HOST = 'https://pictures.example';

type Words = readonly [en: string, zh: string, ar: string];

const BIKES: readonly { id: string; name: Words; text?: Words; price: string; alt: Words }[] = [
  {
    id: 'city',
    name: ['City bike', '城市自行车', 'دراجة المدينة'],
    text: ['Light and quiet, with a basket.', '轻便安静，带车筐。', 'خفيفة وهادئة، ومعها سلة.'],
    price: '€ 900',
    alt: ['A blue bike with a basket', '一辆带车筐的蓝色自行车', 'دراجة زرقاء معها سلة'],
  },
  {
    id: 'trail',
    name: ['Trail bike with full suspension', '全避震山地车', 'دراجة جبلية بنظام تعليق كامل'],
    price: '€ 2,400',
    alt: ['A red bike on a path', '小路上的一辆红色自行车', 'دراجة حمراء على طريق'],
  },
  {
    id: 'cargo',
    name: ['Cargo bike', '载货自行车', 'دراجة شحن'],
    text: [
      'Carries two children, or a week of shopping.',
      '可载两个孩子，或一周的购物。',
      'تحمل طفلين أو مشتريات أسبوع.',
    ],
    price: '€ 3,100',
    alt: ['A long bike with a box', '一辆带货箱的长自行车', 'دراجة طويلة معها صندوق'],
  },
  {
    id: 'fold',
    name: ['Folding bike', '折叠自行车', 'دراجة قابلة للطي'],
    price: '€ 750',
    alt: ['A small bike, folded', '一辆折叠好的小自行车', 'دراجة صغيرة مطوية'],
  },
];

/** Writes a flow that shows the same four bikes as a list and as a row; returns the file's path. */
export function cardsFlow(): string {
  const texts: Record<string, Record<string, string>> = {};
  const text = (key: string, [en, zh, ar]: Words) => {
    texts[key] = { en, 'zh-Hans': zh, ar };
    return key;
  };
  const same = (key: string, words: string) => text(key, [words, words, words]);
  const cards = BIKES.map(({ id, name, text: words, price, alt }) => ({
    title: text(id, name),
    ...(words && { text: text(`${id}.text`, words) }),
    facts: [{ label: 'price', value: same(`${id}.price`, price) }],
    picture: { url: `${PICTURES_HOST}/${id}.png`, alt: text(`${id}.alt`, alt), width: 640, height: 400 },
    buttons: [
      { label: 'take', value: id, ...(id === 'cargo' && { next: 'person' }) },
      { label: 'look', url: `https://shop.example/${id}` },
    ],
  }));
  const show = (layout: string) => ({ type: 'cards', text: 'which', layout, cards, variable: 'bike', next: 'taken' });
  text('topic', ['How shall we show them?', '想怎么看？', 'كيف نعرضها؟']);
  text('asList', ['As a list', '列表', 'قائمة']);
  text('asRow', ['In a row', '一行', 'صف']);
  text('which', ['Which **bike** is it about?', '是哪辆**自行车**？', 'ما **الدراجة**؟']);
  text('price', ['Price', '价格', 'السعر']);
  text('take', ['This one', '就是它', 'هذه']);
  text('look', ['Look at it', '查看', 'عرضها']);
  text('taken', ['Good choice: {bike}.', '好选择：{bike}。', 'اختيار جيد: {bike}.']);
  return write({
    locales: ['en', 'zh-Hans', 'ar'],
    start: 'topic',
    variables: { bike: { type: 'string' } },
    steps: {
      topic: {
        type: 'ask',
        text: 'topic',
        input: 'choices',
        choices: [
          { value: 'list', label: 'asList', next: 'list' },
          { value: 'row', label: 'asRow', next: 'row' },
        ],
        next: 'question',
      },
      list: show('list'),
      row: show('carousel'),
      taken: { type: 'say', text: 'taken', next: 'question' },
      person: { type: 'handoff' },
    },
    texts,
  });
}

/** Cards of which every part is what a tool of the page, `attack`, gives as `a0` to `a9`; one more choice asks it again. */
export function attackedCardsFlow(): string {
  const names = Array.from({ length: 10 }, (_, at) => `a${at}`);
  const texts: Record<string, Record<string, string>> = {};
  for (const name of names) texts[name] = { en: `{${name}}` };
  const card = (name: string) => ({
    title: name,
    text: name,
    facts: [{ label: name, value: name }],
    picture: { address: name, alt: name, width: 64, height: 40 },
    buttons: [
      { label: name, value: name },
      { label: name, address: name },
    ],
  });
  return write({
    locales: ['en'],
    start: 'read',
    variables: Object.fromEntries(names.map(name => [name, { type: 'string' }])),
    steps: {
      read: {
        type: 'action',
        name: 'attack',
        output: Object.fromEntries(names.map(name => [name, name])),
        next: 'show',
      },
      show: { type: 'cards', text: 'which', layout: 'carousel', cards: names.map(card), next: 'read' },
    },
    texts: { ...texts, which: { en: 'Which?' } },
  });
}

function write({ steps, texts, ...flow }: { steps: object; texts: object; [name: string]: unknown }): string {
  const file = join(mkdtempSync(join(tmpdir(), 'handrail-cards-')), 'flow.json');
  const question = { type: 'answer' };
  const whole = { format: 2, version: 1, home: 'question', ...flow, steps: { ...steps, question }, texts };
  writeFileSync(file, JSON.stringify(whole));
  return file;
}
