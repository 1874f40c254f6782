import { gzipSync } from 'node:zlib';
import { classify, type IntentModel, loadKnowledge, type Sample, train } from '@handrail/knowledge';
import { compile } from '@handrail/knowledge/compile';
import { type BenchResult, type BenchRow, machine } from './benchResult.js';
import { readData } from './readData.js';
import { auroc } from './statistics.js';
import type { BenchArticle, BenchQuery } from './syntheticCorpus.js';

interface IntentRow {
  readonly text: string;
  readonly intent: string;
}

const SETS = [
  { name: 'banking77', train: ['banking77/train.jsonl'], test: ['banking77/test-dev.jsonl'] },
  { name: 'banking77 10-shot', train: ['banking77/train-10shot.jsonl'], test: ['banking77/test-dev.jsonl'] },
  {
    name: 'clinc150',
    train: ['clinc150/train.jsonl', 'clinc150/oos-train.jsonl'],
    test: ['clinc150/val.jsonl', 'clinc150/oos-val.jsonl'],
  },
  { name: 'hwu64', train: ['hwu64/train.jsonl'], test: ['hwu64/val.jsonl'] },
  { name: 'hint3-curekart', train: ['hint3-curekart/train.jsonl'], test: ['hint3-curekart/test-dev.jsonl'] },
  { name: 'hint3-sofmattress', train: ['hint3-sofmattress/train.jsonl'], test: ['hint3-sofmattress/test-dev.jsonl'] },
];

/**
 * Intents: accuracy of the best intent (%), share of in-scope and out-of-scope messages decided right (%), AUROC of being in
 * scope, calibration error, training time, model size. Articles: how well `match` picks the article and means its probability.
 */
export async function run(): Promise<BenchResult> {
  const rows = SETS.flatMap(set => measureIntents(set.name, readSamples(set.train), readSamples(set.test)));
  if (rows.length === 0) rows.push(...measureIntents('made up', ...madeUp()));
  for (const name of ['kb-en', 'kb-zh', 'kb-ja']) rows.push(...(await measureArticles(name)));
  return {
    rows,
    notes: [machine(), 'One run; training once. Right: the first answer, with nothing for what is out of scope.'],
  };
}

function readSamples(paths: readonly string[]): Sample[] {
  return paths.flatMap(path => {
    return (readData<IntentRow>(path) ?? []).map(({ text, intent }) => ({
      text,
      intent: outOfScope(intent) ? null : intent,
    }));
  });
}

function outOfScope(intent: string): boolean {
  return intent === 'oos' || intent === 'NO_NODES_DETECTED';
}

function madeUp(): [Sample[], Sample[]] {
  const verbs = ['change', 'cancel', 'find', 'pay', 'return', 'share', 'print', 'export', 'lock', 'rename'];
  const samples = verbs.flatMap(verb => {
    return ['order', 'account', 'invoice', 'plan', 'ticket', 'file'].map(noun => ({
      text: `how do i ${verb} my ${noun}`,
      intent: verb,
    }));
  });
  return [samples.filter((_, place) => place % 3 > 0), samples.filter((_, place) => place % 3 === 0)];
}

function measureIntents(name: string, training: readonly Sample[], test: readonly Sample[]): BenchRow[] {
  if (training.length === 0 || test.length === 0) return [];
  const from = performance.now();
  const model = train(training);
  const trainMs = Math.round(performance.now() - from);
  const answers = test.map(sample => judge(model, sample));
  const inside = answers.filter(answer => answer.intent !== null);
  const outside = answers.filter(answer => answer.intent === null);
  const inScope = (list: typeof answers) => list.map(answer => 1 - answer.none);
  return [
    {
      set: name,
      messages: test.length,
      'accuracy %': percent(inside.filter(answer => answer.best === answer.intent).length, inside.length),
      'in-scope right %': percent(inside.filter(answer => answer.first === answer.intent).length, inside.length),
      'out-of-scope right %': percent(outside.filter(answer => answer.first === null).length, outside.length),
      AUROC: outside.length > 0 ? auroc(inScope(inside), inScope(outside)) : '-',
      'calibration error': calibrationError(
        inside.map(answer => ({ probability: answer.probability, right: answer.best === answer.intent })),
      ),
      'train ms': trainMs,
      'gzip kB': Math.round(gzipSync(JSON.stringify(model)).length / 1024),
    },
  ];
}

function judge(model: IntentModel, { text, intent }: Sample) {
  const answers = classify(model, text);
  const best = answers.find(answer => answer.intent !== null);
  const none = answers.find(answer => answer.intent === null)?.probability ?? 0;
  return {
    intent,
    first: answers[0]?.intent ?? null,
    best: best?.intent ?? null,
    probability: best?.probability ?? 0,
    none,
  };
}

async function measureArticles(name: string): Promise<BenchRow[]> {
  const articles = readData<BenchArticle>(`${name}/articles.jsonl`);
  const queries = readData<BenchQuery>(`${name}/queries.jsonl`);
  if (!articles || !queries) return [];
  const files = await compile(articles, { onProblem: () => {} });
  const knowledge = await loadKnowledge(async path => files.get(path) ?? '');
  const answers: { probability: number; right: boolean }[] = [];
  for (const { q, relevant } of queries) {
    const [match] = await knowledge.match(q);
    answers.push({ probability: match?.probability ?? 0, right: match !== undefined && relevant.includes(match.id) });
  }
  const right = answers.filter(answer => answer.right).length;
  return [
    {
      set: `${name} articles`,
      messages: queries.length,
      'accuracy %': percent(right, queries.length),
      'calibration error': calibrationError(answers),
    },
  ];
}

/** Expected calibration error over ten bins of equal width (Naeini et al. 2015). */
function calibrationError(answers: readonly { probability: number; right: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = answers.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin);
    const meant = inside.reduce((sum, { probability }) => sum + probability, 0);
    const right = inside.filter(answer => answer.right).length;
    error += Math.abs(meant - right);
  }
  return Number((error / Math.max(1, answers.length)).toFixed(3));
}

function percent(part: number, whole: number): number {
  return Number(((100 * part) / Math.max(1, whole)).toFixed(1));
}
