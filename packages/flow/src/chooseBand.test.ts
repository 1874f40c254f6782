import { expect, test } from 'vitest';
import { chooseBand } from './chooseBand.js';
import { defaultSettings } from './settings.js';

const bands = defaultSettings.bands;
const of = (...list: [string, number][]) => list.map(([id, probability]) => ({ id, probability, title: id }));

test('a clear best is the answer', () => {
  expect(chooseBand(of(['b', 0.1], ['a', 0.7]), bands)).toMatchObject({ band: 'answer', candidate: { id: 'a' } });
});

test('a close second makes it a question', () => {
  expect(chooseBand(of(['a', 0.7], ['b', 0.6]), bands)).toMatchObject({ band: 'didYouMean' });
});

test('sections of one article do not compete', () => {
  expect(chooseBand(of(['a', 0.7], ['a', 0.65], ['b', 0.1]), bands)).toMatchObject({ band: 'answer' });
});

test('up to three suggestions, each article once, none far below the best', () => {
  const band = chooseBand(of(['a', 0.4], ['a', 0.39], ['b', 0.3], ['c', 0.2], ['d', 0.15], ['e', 0.01]), bands);
  expect(band).toMatchObject({ candidates: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
  expect(chooseBand(of(['a', 0.4], ['e', 0.01]), bands)).toMatchObject({ candidates: [{ id: 'a' }] });
});

test('too little is unknown', () => {
  expect(chooseBand(of(['a', 0.2]), bands)).toEqual({ band: 'unknown' });
  expect(chooseBand([], bands)).toEqual({ band: 'unknown' });
});
