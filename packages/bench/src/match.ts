import { type BenchOptions, type BenchResult, type BenchRow, calm, machine } from './benchResult.js';
import { calibrationRows, calibrationTable, type JudgedSet } from './calibrationTable.js';
import { type Corpus, readCorpora } from './corpora/corpora.js';
import { sample } from './corpora/sample.js';
import { handrailIntents } from './match/handrailIntents.js';
import { type IntentSet, readIntentSets } from './match/intentSets.js';
import { articleCurve, articleRows, matchAll } from './match/measureArticles.js';
import { measureIntents } from './match/measureIntents.js';
import { nlpjsIntents } from './match/nlpjsIntents.js';
import { progress } from './progress.js';
import { plainTable } from './search/searchTables.js';

const ENGINES = [handrailIntents, nlpjsIntents];
const QUICK = { train: 1000, messages: 60 };

const TITLE = 'handrail: share of most probable';
const NOTES = [
  'Intents: accuracy % is of the most probable intent, of messages in scope. In scope right %: answered with their intent; out of',
  'scope right %: with none. AUROC: messages in scope before those out of it. ECE: expected calibration error over ten bins.',
  'answered at 95 %: share of messages in scope that can be answered while 95 % of the answers given are right.',
  'Articles: what the bot does by the bands of its default settings, % of messages. "report" was kept apart; settings may have been',
  'chosen on "tune" and "development". Intent sets are development data, too; their tests have not been learned from.',
];

/**
 * The bot's choice of intents, beside nlp.js, and of articles: right, wrong, suggested or nothing, the meaning of its
 * probabilities, time and size.
 */
export async function run(options: BenchOptions = {}): Promise<BenchResult> {
  const before = calm();
  const intents = await measureSets(await readIntentSets(), options);
  const articles = await measureCorpora(await readCorpora(), options);
  const sources = [...new Set(intents.sets.map(({ source }) => source))];
  const of = (table: string) => articles.rows.filter(row => row.table === table);
  return {
    rows: [...intents.rows, ...articles.rows, ...calibrationRows([...intents.judged, ...articles.judged])],
    tables: [
      plainTable(`Intents. ${sources.join('; ')}`, intents.rows),
      ...[false, true].map(crossed => intentCurves(intents.judged, crossed)),
      plainTable(
        'Articles: what the bot does with messages that have an answer, and with those outside',
        of('articles'),
      ),
      plainTable(
        'Articles of the shop, by class of message, the kinds without an answer last',
        of('articles by class').filter(isShown),
      ),
      calibrationTable(`Articles, ${TITLE} articles that are right (%), by probability (messages)`, articles.judged),
    ],
    notes: [
      machine(),
      before,
      ...NOTES,
      ...ENGINES.map(({ name, settings }) => `${name}: ${settings}`),
      ...intents.skipped,
    ],
  };
}

/** The rest is in the JSON. */
function isShown({ set, use }: BenchRow): boolean {
  return use === 'report' && String(set).startsWith('shop');
}

function intentCurves(judged: readonly JudgedSet[], crossed: boolean) {
  const own = judged.filter(({ name }) => name.startsWith('xsid') === crossed);
  const name = crossed ? 'xSID' : 'Intents';
  return calibrationTable(`${name}, ${TITLE} intents that are right (%), by probability (messages)`, own);
}

async function measureSets(sets: readonly IntentSet[], { quick = false }: BenchOptions) {
  const rows: BenchRow[] = [];
  const judged: JudgedSet[] = [];
  const skipped: string[] = [];
  for (const set of sets) {
    for (const engine of ENGINES) {
      if (engine === nlpjsIntents && set.locale !== 'en') continue;
      if (engine === nlpjsIntents && quick && (set.folds[0]?.train.length ?? 0) > QUICK.train) {
        skipped.push(`${set.name}: ${engine.name} is left out with --quick.`);
        continue;
      }
      progress(`${set.name}: ${engine.name}`);
      const measured = await measureIntents(engine, set);
      if (typeof measured === 'string') skipped.push(measured);
      else {
        rows.push(measured.row);
        if (engine === handrailIntents) judged.push(measured.judged);
      }
    }
  }
  return { sets, rows, judged, skipped };
}

async function measureCorpora(corpora: readonly Corpus[], { quick = false }: BenchOptions) {
  const rows: BenchRow[] = [];
  const judged: JudgedSet[] = [];
  for (const corpus of corpora) {
    progress(`${corpus.name}: match`);
    for (const use of [...new Set(corpus.queries.map(each => each.use))].sort()) {
      const limit = quick ? QUICK.messages : Infinity;
      const own = [corpus.queries, corpus.outside].flatMap(list =>
        sample(
          list.filter(query => query.use === use),
          limit,
        ),
      );
      const matched = await matchAll(corpus, own);
      rows.push(...articleRows(corpus.name, use, matched));
      judged.push(articleCurve(corpus.name, use, matched));
    }
  }
  return { rows, judged };
}
