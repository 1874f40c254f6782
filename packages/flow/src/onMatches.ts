import { type Band, chooseBand } from './chooseBand.js';
import { type Candidate, type FlowInput, type IntentCandidate, NO, NONE, YES } from './inputs.js';
import { askAgain, askOver, onChosen, takeText } from './onAsked.js';
import { onConfirmed } from './onRunner.js';
import { onScore } from './onSurvey.js';
import { isAsked, optionsOf } from './steps/asked.js';
import { runSteps, showForm } from './steps/runSteps.js';
import { countTurn, homeOf, labelOf, miss, offer, sayBot, type Turn } from './turn.js';

/** What the matcher found: answer, go where the intent leads, "did you mean", or say plainly that it is not known. */
export function onMatches(turn: Turn, input: Extract<FlowInput, { type: 'matches' }>): void {
  const { state } = turn;
  if (state.matching === null || state.matching !== input.forText) return;
  state.matching = null;
  const intents = (input.intents ?? []).flatMap(one => asCandidate(turn, one));
  const candidates = [...input.candidates, ...intents];
  if (!startWriting(turn, input.forText, candidates, bandOf(turn, candidates))) settle(turn, bandOf(turn, candidates));
}

/** Has an answer written where the step says so and articles are what the text is about. Returns whether it does. */
function startWriting(turn: Turn, text: string, candidates: readonly Candidate[], band: Band): boolean {
  if (band.band === 'unknown' || writerOf(turn) !== 'model') return false;
  const best = band.band === 'answer' ? band.candidate : band.candidates[0];
  if (!best || intentOf(best) !== null) return false;
  const articles = [best, ...candidates.filter(one => one !== best && intentOf(one) === null)].slice(0, MOST_PASSAGES);
  const passages = articles.map(({ id, section }) => ({ article: id, ...(section !== undefined && { section }) }));
  turn.state.writing = { text, candidates };
  turn.effects.push({ type: 'write', text, passages });
  return true;
}

/** Who words the answer: the step the flow stands at says it, or the one it comes home to. */
function writerOf(turn: Turn): 'quote' | 'model' {
  const step = turn.flow.steps[homeOf(turn) ?? ''];
  return (step?.type === 'answer' && step.by) || 'quote';
}

/** What became of an answer that was to be written. */
export function onWritten(turn: Turn, { forText, result, article }: Extract<FlowInput, { type: 'written' }>): void {
  const { state } = turn;
  const { writing } = state;
  if (state.phase !== 'bot' || writing?.text !== forText) return;
  state.writing = null;
  if (result === 'answered') {
    answered(turn, article ?? null);
    askOn(turn);
    close(turn);
  } else if (result === 'handoff') {
    state.offerNext = null;
    offer(turn, 'model');
    countTurn(turn);
  } else {
    const band = bandOf(turn, writing.candidates);
    // The model has read the section and found no answer in it: that is no reason to quote it as one.
    const doubted = result === 'refused' && band.band === 'answer';
    settle(turn, doubted ? { band: 'didYouMean', candidates: [band.candidate] } : band);
  }
}

function settle(turn: Turn, band: Band): void {
  if (band.band === 'answer') show(turn, band.candidate);
  else if (band.band === 'didYouMean') suggest(turn, band.candidates);
  else if (!turn.state.offerNext) missed(turn);
  close(turn);
}

/** The offer that was to come with the answer. */
function close(turn: Turn): void {
  const wanted = turn.state.offerNext;
  turn.state.offerNext = null;
  if (wanted) offer(turn, wanted.reason, wanted.because);
  countTurn(turn);
}

/** A button: of "did you mean", or a choice of the step the flow stands at. */
export function onChoice(turn: Turn, { value }: Extract<FlowInput, { type: 'choice' }>): void {
  const { state, flow } = turn;
  if (state.phase !== 'bot') return;
  if (state.suggested.length > 0) {
    const meant = value === NONE ? NONE : state.suggested.find(one => valueFor(one) === value);
    if (meant) onSuggestion(turn, meant);
    return;
  }
  if (state.confirming) {
    if (value === YES || value === NO) onConfirmed(turn, value === YES);
    return;
  }
  const step = flow.steps[state.step ?? ''];
  if (step?.type === 'survey') {
    onScore(turn, step, value);
    return;
  }
  if (!isAsked(step)) return;
  const chosen = optionsOf(turn, step)?.find(one => one.value === value);
  if (chosen) onChosen(turn, step, chosen);
}

/** One of "did you mean", or none of them. */
export function onSuggestion(turn: Turn, meant: Candidate | typeof NONE): void {
  turn.state.suggested = [];
  if (meant === NONE) missed(turn);
  else show(turn, meant);
  countTurn(turn);
}

/** Goes where an intent leads; what was waited for is come back to. */
export function enterIntent(turn: Turn, next: string): void {
  const { state, flow } = turn;
  const waiting = flow.steps[state.step ?? ''];
  // A question that keeps no answer only asked what it is about, and that is answered now.
  if (waiting?.type === 'form' || (isAsked(waiting) && waiting.variable)) state.paused = state.step;
  Object.assign(state, { open: false, misses: 0, checkedIn: false, offered: null, answered: null, matching: null });
  runSteps(turn, next);
}

/** An intent learned from few utterances is asked about, however probable it is. */
function bandOf(turn: Turn, candidates: readonly Candidate[]): Band {
  const { settings, flow } = turn;
  const band = chooseBand(candidates, settings.bands);
  if (band.band !== 'answer') return band;
  const intent = flow.intents?.[intentOf(band.candidate) ?? ''];
  const utterances = intent ? Object.values(intent.utterances).flat().length : Number.POSITIVE_INFINITY;
  return utterances >= settings.enoughUtterances ? band : { band: 'didYouMean', candidates: [band.candidate] };
}

function show(turn: Turn, candidate: Candidate): void {
  const intent = turn.flow.intents?.[intentOf(candidate) ?? ''];
  if (intent) {
    enterIntent(turn, intent.next);
    return;
  }
  showAnswer(turn, candidate);
  askOn(turn);
}

function showAnswer(turn: Turn, { id, section, probability }: Candidate): void {
  turn.effects.push({ type: 'answer', article: id, ...(section !== undefined && { section }), probability });
  answered(turn, id);
}

/** @param article what "Did this help?" is about; `null` when it rests on no article */
function answered(turn: Turn, article: string | null): void {
  Object.assign(turn.state, {
    answered: article,
    lastVote: null,
    open: false,
    misses: 0,
    checkedIn: false,
    offered: null,
  });
}

/** Back to what was asked before the question in between. */
function askOn(turn: Turn): void {
  const { state, flow } = turn;
  const step = flow.steps[state.step ?? ''];
  if (state.step === null || (!isAsked(step) && step?.type !== 'form' && !state.confirming)) return;
  sayBot(turn, 'back');
  if (isAsked(step)) askOver(turn, step);
  else if (step?.type === 'form') showForm(turn, state.step, step);
  else runSteps(turn, state.step);
}

/** Nothing was found: a step that asks takes it for an answer that does not fit. */
function missed(turn: Turn): void {
  const step = turn.flow.steps[turn.state.step ?? ''];
  if (!isAsked(step)) miss(turn);
  else if (step.type === 'ask' && step.input === 'text' && turn.state.question)
    takeText(turn, step, turn.state.question);
  else askAgain(turn, step);
}

function suggest(turn: Turn, candidates: readonly Candidate[]): void {
  sayBot(turn, 'didYouMean');
  const items = candidates.map(one => ({
    value: valueFor(one),
    label: one.title,
    ...(intentOf(one) === null && { article: one.id }),
  }));
  turn.effects.push({ type: 'choices', items, none: true });
  turn.state.suggested = candidates;
}

function valueFor({ id, section }: Candidate): string {
  return section === undefined ? id : `${id}#${section}`;
}

/** Sections an answer is written from at most; the best of several articles. */
const MOST_PASSAGES = 8;

/** Before the name of an intent that stands among candidates; an article's id does not begin with it. */
const INTENT = 'intent:';

function asCandidate(turn: Turn, { intent, probability }: IntentCandidate): Candidate[] {
  const found = turn.flow.intents?.[intent];
  return found ? [{ id: `${INTENT}${intent}`, probability, title: labelOf(turn, found.label) }] : [];
}

function intentOf({ id }: Candidate): string | null {
  return id.startsWith(INTENT) ? id.slice(INTENT.length) : null;
}
