import { LATER } from './inputs.js';
import { normalise } from './normalise.js';
import { goOn } from './onAsked.js';
import type { StepOf } from './schema.js';
import { recogniseYesNo } from './smallTalk.js';
import { readValue } from './steps/readAnswer.js';
import { runSteps, SCALES, setVariable } from './steps/runSteps.js';
import { sayBot, type Turn } from './turn.js';

type SurveyStep = StepOf<'survey'>;

/** A button of the scale, or the one for who does not want to answer. What is on no scale changes nothing. */
export function onScore(turn: Turn, step: SurveyStep, value: string): void {
  const score = scoreIn(turn, step, value);
  if (score !== null) answered(turn, step, score);
  else if (value === LATER) goOn(turn, step.next);
}

/** A typed answer to the scale. Returns whether it was one: everything else is a message like any other, and ends the survey. */
export function onTypedScore(turn: Turn, step: SurveyStep, text: string): boolean {
  const score = scoreIn(turn, step, text);
  if (score !== null) answered(turn, step, score);
  else if (recogniseYesNo(normalise(text), turn.phrases) === 'no') goOn(turn, step.next);
  else return false;
  return true;
}

function answered(turn: Turn, step: SurveyStep, score: number): void {
  setVariable(turn, step.variable, score);
  turn.effects.push({ type: 'surveyed', survey: step.survey ?? 'csat', score });
  sayBot(turn, 'surveyThanks');
  runSteps(turn, step.next);
}

function scoreIn({ state }: Turn, { survey = 'csat' }: SurveyStep, typed: string): number | null {
  const { from, to } = SCALES[survey];
  const score = Number(readValue('number', typed, state.locale) ?? Number.NaN);
  return Number.isInteger(score) && score >= from && score <= to ? score : null;
}
