import { manualClock } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { createSearchReport } from './searchReport.js';

function make(settle = 400) {
  const clock = manualClock();
  const told: string[] = [];
  const report = createSearchReport(clock, settle, ({ query }) => told.push(query));
  const type = (query: string, results: number) => {
    report.replaced(query);
    report.answered({ query, results, corrected: null });
  };
  return { clock, told, report, type };
}

test('a query is told once it has stood its time', async () => {
  const { clock, told, type } = make();
  type('refund', 3);
  await clock.advance(399);
  expect(told).toEqual([]);
  await clock.advance(1);
  expect(told).toEqual(['refund']);
  await clock.advance(10_000);
  expect([told, clock.pending()]).toEqual([['refund'], 0]);
});

test('what was replaced before its time was not meant', async () => {
  const { clock, told, type } = make();
  type('refnud', 0);
  await clock.advance(399);
  type('refund', 2);
  await clock.advance(400);
  expect(told).toEqual(['refund']);
});

test('a query that found nothing waits for one that begins with it, as slow as somebody types', async () => {
  const { clock, told, type } = make();
  for (const query of ['k', 'kl', 'klarna', 'klarna ', 'klarna gift']) {
    type(query, 0);
    await clock.advance(1_500);
  }
  expect(told).toEqual([]);
  await clock.advance(500);
  expect(told).toEqual(['klarna gift']);
});

test('a query that found nothing is told when another one comes after its time', async () => {
  const { clock, told, type, report } = make();
  type('klarna', 0);
  await clock.advance(400);
  type('instalments', 1);
  expect(told).toEqual(['klarna']);
  await clock.advance(400);
  type('xylophone', 0);
  await clock.advance(400);
  report.replaced('');
  expect(told).toEqual(['klarna', 'instalments', 'xylophone']);
});

test('acting on a query settles it; dropping forgets it', async () => {
  const { clock, told, type, report } = make();
  type('refund', 2);
  report.settle();
  report.settle();
  type('secret', 2);
  report.drop();
  await clock.advance(5_000);
  expect([told, clock.pending()]).toEqual([['refund'], 0]);
});

test('0 tells of each at once, without a timer', () => {
  const { clock, told, type } = make(0);
  type('k', 0);
  type('kl', 0);
  expect([told, clock.pending()]).toEqual([['k', 'kl'], 0]);
});
