import { expect, test } from 'vitest';
import type { FlowInput } from './inputs.js';
import { start } from './state.js';
import { step } from './step.js';
import { publish } from './validate.js';

const flowOf = (survey: 'csat' | 'ces' | 'nps') => {
  const result = publish({
    format: 2,
    version: 1,
    locales: ['en'],
    start: 'score',
    home: 'question',
    variables: { score: { type: 'number' } },
    steps: {
      score: { type: 'survey', survey, least: 'least', most: 'most', variable: 'score', next: 'low' },
      low: {
        type: 'branch',
        cases: [{ when: { variable: 'score', below: 3 }, next: 'person' }],
        otherwise: 'question',
      },
      person: { type: 'handoff', team: 'care' },
      question: { type: 'answer' },
    },
    texts: { least: { en: 'Hard' }, most: { en: 'Easy' } },
  });
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.flow;
};

/** The effects of each input, by their type or text. */
function play(survey: 'csat' | 'ces' | 'nps', ...inputs: FlowInput[]) {
  const flow = flowOf(survey);
  let state = start(flow, { locale: 'en' });
  const said = inputs.map(input => {
    const next = step(flow, state, input);
    state = next.state;
    return next.effects.map(effect =>
      'key' in effect ? effect.key : effect.type === 'surveyed' ? effect : effect.type,
    );
  });
  return { state, last: said.at(-1), said };
}
const begin: FlowInput = { type: 'start' };
const text = (words: string): FlowInput => ({ type: 'text', text: words });

test('asks with the built-in question and waits; ends and words of the scale come with it', () => {
  const flow = flowOf('ces');
  const { effects } = step(flow, start(flow, { locale: 'en' }), begin);
  expect(effects.at(-1)).toEqual({ type: 'survey', survey: 'ces', from: 1, to: 7, least: 'Hard', most: 'Easy' });
  expect(effects.at(-2)).toMatchObject({ key: 'bot.survey' });
});

test.each<['csat' | 'ces' | 'nps', FlowInput, number]>([
  ['csat', { type: 'choice', value: '5' }, 5],
  ['csat', text('4'), 4],
  ['ces', text('７'), 7],
  ['nps', { type: 'choice', value: '10' }, 10],
])('a score of %s, tapped or typed, is kept and thanked for', (survey, input, score) => {
  const { state, last } = play(survey, begin, input);
  expect(last).toEqual([{ type: 'surveyed', survey, score }, 'bot.surveyThanks']);
  expect([state.vars.score, state.step]).toEqual([score, 'question']);
});

test('a score leads where the flow says', () => {
  expect(play('csat', begin, { type: 'choice', value: '1' }).last).toContain('handoff');
});

test('not now, and a no, go on without a score', () => {
  for (const input of [{ type: 'choice', value: 'later' } as const, text('no thanks')]) {
    const { state, last } = play('nps', begin, input);
    expect([state.vars, state.step, last]).toEqual([{}, 'question', ['bot.fine']]);
  }
});

test.each(['6', '0', '4.5', '-1', '', 'x'])('"%s" of five is no score and changes nothing', value => {
  const { state, last } = play('csat', begin, { type: 'choice', value });
  expect([state.step, last]).toEqual(['score', []]);
});

test('a question ends the survey and is answered; a request for a person comes first', () => {
  const asked = play('csat', begin, text('where is my order?'));
  expect([asked.last, asked.state.step]).toEqual([['match'], 'question']);
  expect(play('csat', begin, text('talk to a human')).last).toContain('handoff');
});
