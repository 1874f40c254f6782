import { expect, test } from 'vitest';
import type { FlowInput } from './inputs.js';
import { start } from './state.js';
import { step } from './step.js';
import { publish } from './validate.js';

const result = publish({
  format: 2,
  version: 1,
  locales: ['en'],
  start: 'photo',
  home: 'question',
  variables: { photo: { type: 'string' } },
  steps: {
    photo: { type: 'ask', input: 'file', text: 'photo', variable: 'photo', optional: 'without', next: 'got' },
    got: { type: 'say', text: 'got', next: 'question' },
    without: { type: 'say', text: 'without', next: 'question' },
    question: { type: 'answer' },
  },
  texts: { photo: { en: 'A photo, please.' }, got: { en: 'Got {photo}.' }, without: { en: 'Without it, then.' } },
});
if ('errors' in result) throw new Error(JSON.stringify(result.errors));
const { flow } = result;

function play(...inputs: FlowInput[]) {
  let state = start(flow, { locale: 'en' });
  let last: readonly string[] = [];
  for (const input of inputs) {
    const next = step(flow, state, input);
    state = next.state;
    last = next.effects.map(effect => ('key' in effect ? effect.key : effect.type));
  }
  return { state, last };
}
const begin: FlowInput = { type: 'start' };
const files = (...names: string[]): FlowInput => ({ type: 'files', names });

test('asks for files and keeps their names', () => {
  expect(play(begin).last).toEqual(['bot.automated', 'photo', 'files']);
  const { state, last } = play(begin, files('chain.jpg', 'bill.pdf'));
  expect([last, state.vars.photo, state.step]).toEqual([['got'], 'chain.jpg, bill.pdf', 'question']);
});

test('a no, and a site that takes no files, go on without', () => {
  for (const input of [
    { type: 'text', text: 'no' },
    { type: 'error', effect: 'files', reason: 'failed' },
  ] as const)
    expect(play(begin, input)).toMatchObject({ last: ['without'], state: { vars: {} } });
});

test('words are no file: said so, and asked again; a question is answered first', () => {
  expect(play(begin, { type: 'text', text: 'here' }).last).toEqual(['bot.invalid', 'files']);
  expect(play(begin, { type: 'text', text: 'what do you need it for?' }).last).toEqual(['match']);
});

test('files nobody asked for change nothing', () => {
  const before = play(begin, files('a.jpg'));
  expect(play(begin, files('a.jpg'), files('b.jpg'))).toEqual({ ...before, last: [] });
  expect(play(begin, files()).last).toEqual([]);
});
