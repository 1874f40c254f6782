import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allPhrases } from '@handrail/flow';
import { type BenchOptions, type BenchResult, type BenchRow, calm, machine } from './benchResult.js';
import { calibrationPicture } from './calibrationPicture.js';
import { calibrationRows, calibrationTable } from './calibrationTable.js';
import { sample } from './corpora/sample.js';
import { type CustomerSet, readCustomers } from './deflection/customers.js';
import { type Fate, playCustomer } from './deflection/playCustomer.js';
import type { Judged } from './measures/judged.js';
import { progress } from './progress.js';
import { compileArticles, openFiles } from './search/knowledgeFiles.js';
import { plainTable } from './search/searchTables.js';
import { percentile, round } from './statistics.js';

const MOST = 600;
const QUICK = 60;
/** Wrong answers shown. */
const WRONG = 20;

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
  const played: Played[] = [];
  for (const set of sets) {
    progress(`${set.name}: ${set.customers.length} customers`);
    played.push(...(await playSet(set, quick ? QUICK : MOST)));
  }
  const rows = rowsOf(played);
  const judged = sets.map(({ name }) => ({ name, answers: judgedOf(played.filter(({ set }) => set === name)) }));
  const phrases = await playPhrases();
  return {
    rows: [...rows, ...calibrationRows(judged), ...phrases],
    pictures: { 'calibration.svg': calibrationPicture(judged) },
    tables: [
      plainTable(`Customers. ${[...new Set(sets.map(({ source }) => source))].join('; ')}`, rows),
      calibrationTable(
        'How often the best article is right (%), by how probable it was said to be (customers)',
        judged,
      ),
      plainTable(`Wrong answers, ${WRONG} of all, spread evenly`, wrongAnswers(played)),
      plainTable('Turns from a request for a person to the person, by language (list of examples)', phrases),
    ],
    notes: [machine(), before, ...NOTES],
  };
}

/** A customer and what became of them. */
interface Played {
  readonly set: string;
  readonly kind: 'inside' | 'outside';
  readonly question: string;
  readonly relevant: readonly string[];
  readonly fate: Fate;
}

async function playSet({ name, locale, articles, customers }: CustomerSet, most: number): Promise<Played[]> {
  const knowledge = await openFiles(await compileArticles(articles, locale));
  const request = requestsOf(locale)[0] ?? 'I want to talk to a person';
  const kinds = [
    ['inside', customers.filter(({ relevant }) => relevant.length > 0)],
    ['outside', customers.filter(({ relevant }) => relevant.length === 0)],
  ] as const;
  const played: Played[] = [];
  for (const [kind, all] of kinds) {
    for (const { q, relevant } of sample(all, most)) {
      const fate = await playCustomer(knowledge, locale, q, relevant, request);
      played.push({ set: name, kind, question: q, relevant, fate });
    }
  }
  return played;
}

function rowsOf(played: readonly Played[]): BenchRow[] {
  const groups = new Map<string, Played[]>();
  for (const one of played) {
    const key = `${one.set} ${one.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(all => {
    const fates = all.map(({ fate }) => fate);
    return { set: all[0]?.set ?? '', customers: all[0]?.kind ?? '', n: fates.length, ...summary(fates) };
  });
}

function judgedOf(played: readonly Played[]): Judged[] {
  return played.flatMap(({ fate: { best }, relevant }) =>
    best ? [{ probability: best.probability, right: relevant.includes(best.article) }] : [],
  );
}

/** To be read by people: what was asked, what was answered, what would have been right. */
function wrongAnswers(played: readonly Played[]): BenchRow[] {
  const wrong = played.filter(({ fate }) => fate.first === 'answered wrong');
  return sample(wrong, WRONG).map(({ set, question, relevant, fate: { best } }) => ({
    set,
    question,
    answered: best?.article ?? '-',
    probability: round(best?.probability ?? 0, 2),
    right: relevant.join(', ') || 'none',
  }));
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
