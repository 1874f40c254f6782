import { normalise } from './normalise.js';
import type { FlowStep, FlowValue } from './schema.js';
import { recogniseYesNo } from './smallTalk.js';
import { type AskedStep, type Option, optionsOf } from './steps/asked.js';
import { readAnswer } from './steps/readAnswer.js';
import { ask, runSteps, setVariable } from './steps/runSteps.js';
import { choiceItems, match, offer, say, sayBot, type Turn } from './turn.js';

/** Words, or letters where words have no spaces between them, from which on something may be a question of its own. */
const WORDS = 4;
const LETTERS = 6;

/**
 * A typed answer to what is asked. What does not fit may correct the answer before, or ask something else, which is
 * answered first; otherwise it is asked for again, then a person is offered.
 */
export function onAsked(turn: Turn, step: AskedStep, text: string): void {
  const { state } = turn;
  if (step.type === 'ask' && step.optional !== undefined && recogniseYesNo(normalise(text), turn.phrases) === 'no') {
    answered(turn, step, undefined);
    goOn(turn, step.optional);
    return;
  }
  const isQuestion = /[?？؟]\s*$/.test(text);
  const options = optionsOf(turn, step);
  if (options) {
    const chosen = optionIn(options, text);
    if (chosen) {
      onChosen(turn, step, chosen);
      return;
    }
  } else if (step.type === 'ask' && !(step.input === 'text' && isQuestion)) {
    const value = readAnswer(step, text, state.locale);
    if (value !== null) {
      answered(turn, step, value);
      goOn(turn, step.next);
      return;
    }
  }
  if (corrects(turn, text)) {
    askOver(turn, step);
    return;
  }
  if (isQuestion || isLong(text)) match(turn, text.trim());
  else askAgain(turn, step);
}

/** Asks once more: a question in its words, cards as far as they still have something to show. */
export function askOver(turn: Turn, step: AskedStep): void {
  if (step.type === 'ask') ask(turn, step);
  else runSteps(turn, turn.state.step ?? '');
}

/** One of the choices of the step. */
export function onChosen(turn: Turn, step: AskedStep, chosen: Option): void {
  answered(turn, step, chosen.value);
  goOn(turn, chosen.next ?? step.next);
}

/** Takes a message for the answer: a question nothing was found for, where any text will do. */
export function takeText(turn: Turn, step: AskedStep, text: string): void {
  answered(turn, step, text);
  goOn(turn, step.next);
}

/** It did not fit: say so and show the choices again; the third time offer a person. */
export function askAgain(turn: Turn, step: AskedStep): void {
  turn.state.misses += 1;
  const tooOften = turn.state.misses > turn.settings.rephraseAtMost;
  if (tooOften && offer(turn, 'notUnderstood', [], 'offerUnknown')) return;
  if (step.invalid === undefined) sayBot(turn, 'invalid');
  else say(turn, step.invalid);
  if (step.type === 'cards') {
    askOver(turn, step);
    return;
  }
  if (step.choices) turn.effects.push({ type: 'choices', items: choiceItems(turn, step.choices) });
  if (step.input === 'file') turn.effects.push({ type: 'files' });
}

/** Files that were sent to the ask step the flow stands at; anywhere else they are not asked for. */
export function onFiles(turn: Turn, names: readonly string[]): void {
  const step = turn.flow.steps[turn.state.step ?? ''];
  if (turn.state.phase !== 'bot' || step?.type !== 'ask' || step.input !== 'file' || names.length === 0) return;
  answered(turn, step, names.join(', '));
  goOn(turn, step.next);
}

/** Files cannot be sent here, as on a site without a server: the question is passed over. */
export function passOver(turn: Turn): void {
  const step = turn.flow.steps[turn.state.step ?? ''];
  if (turn.state.phase !== 'bot' || step?.type !== 'ask' || step.input !== 'file') return;
  answered(turn, step, undefined);
  runSteps(turn, step.optional ?? step.next);
}

/** Goes on after an answer; one that leads to where nothing is said is at least acknowledged. */
export function goOn(turn: Turn, next: string): void {
  runSteps(turn, next);
  if (turn.effects.length === 0) sayBot(turn, 'fine');
}

function answered(turn: Turn, step: AskedStep, value: FlowValue | undefined): void {
  turn.state.misses = 0;
  turn.state.corrigible = value === undefined ? null : turn.state.step;
  setVariable(turn, step.variable, value);
}

/** The choice whose words are the whole answer, or the only one whose words are in it. */
function optionIn(options: readonly Option[], text: string): Option | undefined {
  const words = normalise(text);
  const namesOf = ({ names }: Option) => names.map(normalise);
  const whole = options.find(one => namesOf(one).includes(words));
  if (whole) return whole;
  const inside = options.filter(one => namesOf(one).some(name => name.trim() !== '' && words.includes(name)));
  return inside.length === 1 ? inside[0] : undefined;
}

/** "No, it's b@example.com": another value for the step answered before. Only for answers that have a form of their own. */
function corrects(turn: Turn, text: string): boolean {
  const { state, flow } = turn;
  const before: FlowStep | undefined = flow.steps[state.corrigible ?? ''];
  if (before?.type !== 'ask' || before.variable === undefined) return false;
  if (before.input !== 'email' && before.input !== 'pattern' && before.input !== 'date') return false;
  const value = readAnswer(before, text, state.locale);
  if (value === null || value === state.vars[before.variable]) return false;
  setVariable(turn, before.variable, value);
  sayBot(turn, 'corrected');
  return true;
}

function isLong(text: string): boolean {
  const words = normalise(text).trim().split(' ');
  const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(text);
  return unspaced ? [...words.join('')].length >= LETTERS : words.length >= WORDS;
}
