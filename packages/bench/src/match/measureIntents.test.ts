import type { Sample } from '@handrail/knowledge';
import { expect, test } from 'vitest';
import { handrailIntents } from './handrailIntents.js';
import { TookTooLong } from './intentEngine.js';
import { foldsOf } from './intentSets.js';
import { intentMeasures, measureIntents } from './measureIntents.js';
import { nlpjsIntents } from './nlpjsIntents.js';

const verbs = ['change', 'cancel', 'find', 'pay', 'return', 'share', 'print', 'export', 'lock', 'rename'];
const nouns = ['order', 'account', 'invoice', 'plan', 'ticket', 'file'];
const samples: Sample[] = verbs.flatMap(verb =>
  nouns.map(noun => ({ text: `how do i ${verb} my ${noun}`, intent: verb })),
);

test.each([handrailIntents, nlpjsIntents].map(engine => [engine.name, engine] as const))(
  '%s learns what is plain',
  async (name, engine) => {
    const folds = foldsOf(samples).slice(0, 1);
    const measured = await measureIntents(engine, { name: 'made', locale: 'en', source: 'here', folds });
    expect(measured).toMatchObject({ row: { engine: name, set: 'made', learned: 48, asked: 12, intents: 10 } });
    expect(measured).toHaveProperty('row.accuracy %', 100);
  },
  30_000,
);

test('training that takes too long is given up and said', async () => {
  await expect(nlpjsIntents.train(samples, -1)).rejects.toThrow(TookTooLong);
  const impatient = { ...nlpjsIntents, train: (given: readonly Sample[]) => nlpjsIntents.train(given, -1) };
  const set = { name: 'made', locale: 'en', source: 'here', folds: foldsOf(samples) };
  expect(await measureIntents(impatient, set)).toMatch(/^made: nlp\.js: gave up training/);
});

test('what counts as right', () => {
  const answer = (intent: string | null, first: string | null, best: string, probability: number) => ({
    intent,
    first,
    best,
    probability,
    inScope: probability,
    ms: 1,
  });
  const measures = intentMeasures([
    answer('a', 'a', 'a', 0.95),
    answer('a', null, 'a', 0.4),
    answer('b', 'a', 'a', 0.6),
    answer(null, null, 'b', 0.1),
    answer(null, 'b', 'b', 0.7),
  ]);
  expect(measures).toMatchObject({
    'accuracy %': 66.7,
    'in scope right %': 33.3,
    'out of scope right %': 50,
    AUROC: 0.667,
    'answered at 95 %': 33.3,
  });
});
