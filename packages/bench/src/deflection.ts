import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allPhrases } from '@handrail/flow';
import { type BenchOptions, type BenchResult, type BenchRow, calm, machine } from './benchResult.js';
import { sample } from './corpora/sample.js';
import { type CustomerSet, readCustomers } from './deflection/customers.js';
import { type Fate, playCustomer } from './deflection/playCustomer.js';
import { progress } from './progress.js';
import { compileArticles, openFiles } from './search/knowledgeFiles.js';
import { plainTable } from './search/searchTables.js';
import { percentile, round } from './statistics.js';

const MOST = 600;
const QUICK = 60;

const NOTES = [
  'Customers with the built-in flow and its default settings: each asks, votes honestly, picks what was meant among suggestions, says it',
  'again otherwise (at most 4 times), and asks for a person in the end. Shares in %. Inside: an article answers it. Outside: none does, so',
  'every answer is a wrong one. Offered: a person was offered or came before the customer asked. Trapped: two requests brought none.',
  'HINT3 and CLINC150: an article an intent, made of the training part; the shop: its own articles and the half of questions kept apart.',
];

/** What becomes of customers who talk to the bot: answered, suggested, offered a person, trapped. */
export async function run({ quick = false }: BenchOptions = {}): Promise<BenchResult> {
  const before = calm();
  const sets = await readCustomers();
  const rows: BenchRow[] = [];
  for (const set of sets) {
    progress(`${set.name}: ${set.customers.length} customers`);
    rows.push(...(await playSet(set, quick ? QUICK : MOST)));
  }
  const phrases = await playPhrases();
  return {
    rows: [...rows, ...phrases],
    tables: [
      plainTable(`Customers. ${[...new Set(sets.map(({ source }) => source))].join('; ')}`, rows),
      plainTable('Turns from a request for a person to the person, by language (list of examples)', phrases),
    ],
    notes: [machine(), before, ...NOTES],
  };
}

async function playSet({ name, locale, articles, customers }: CustomerSet, most: number): Promise<BenchRow[]> {
  const knowledge = await openFiles(await compileArticles(articles, locale));
  const request = requestsOf(locale)[0] ?? 'I want to talk to a person';
  const kinds = [
    ['inside', customers.filter(({ relevant }) => relevant.length > 0)],
    ['outside', customers.filter(({ relevant }) => relevant.length === 0)],
  ] as const;
  const rows: BenchRow[] = [];
  for (const [kind, all] of kinds) {
    const fates: Fate[] = [];
    for (const { q, relevant } of sample(all, most))
      fates.push(await playCustomer(knowledge, locale, q, relevant, request));
    if (fates.length > 0) rows.push({ set: name, customers: kind, n: fates.length, ...summary(fates) });
  }
  return rows;
}

function summary(fates: readonly Fate[]): BenchRow {
  const share = (counts: (fate: Fate) => boolean) => round((100 * fates.filter(counts).length) / fates.length);
  const offered = fates.flatMap(({ offeredAt }) => (offeredAt === null ? [] : [offeredAt]));
  return {
    'answered right': share(({ first }) => first === 'answered right'),
    'answered wrong': share(({ first }) => first === 'answered wrong'),
    'suggested right': share(({ first }) => first === 'suggested right'),
    'suggested wrong': share(({ first }) => first === 'suggested wrong'),
    'not understood': share(({ first }) => first === 'not understood'),
    'person at once': share(({ first }) => first === 'person'),
    offered: share(({ offeredAt }) => offeredAt !== null),
    'median turn of the offer': offered.length === 0 ? '-' : percentile(offered, 0.5),
    trapped: fates.filter(({ asked }) => asked > 2).length,
  };
}

async function playPhrases(): Promise<BenchRow[]> {
  const knowledge = { match: async () => [] };
  const rows: BenchRow[] = [];
  for (const { locale } of allPhrases) {
    const requests = requestsOf(locale);
    const turns: number[] = [];
    for (const request of requests) {
      // Asked as the very first thing: nothing was tried before.
      const { asked, first } = await playCustomer(knowledge, locale, request, [], request);
      turns.push(first === 'person' ? 1 : 1 + asked);
    }
    rows.push({ locale, requests: requests.length, 'most turns': Math.max(0, ...turns) });
  }
  return rows;
}

/** How people ask for a person in a language: the list the tests use. */
function requestsOf(locale: string): string[] {
  const [language = ''] = locale.split('-');
  const names = [locale, language, ...(language === 'zh' ? ['zh-Hans'] : [])];
  for (const name of names) {
    const path = fileURLToPath(new URL(`../../flow/phrases/${name}.json`, import.meta.url));
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')).request;
  }
  return [];
}
