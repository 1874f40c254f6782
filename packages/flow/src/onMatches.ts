import { type Band, chooseBand } from './chooseBand.js';
import { type Candidate, type FlowInput, type IntentCandidate, NO, NONE, YES } from './inputs.js';
import { askAgain, onChosen, takeText } from './onAsked.js';
import { onConfirmed } from './onRunner.js';
import { ask, runSteps, showForm } from './steps/runSteps.js';
import { countTurn, labelOf, miss, offer, sayBot, type Turn } from './turn.js';

/** What the matcher found: answer, go where the intent leads, "did you mean", or say plainly that it is not known. */
export function onMatches(turn: Turn, input: Extract<FlowInput, { type: 'matches' }>): void {
  const { state } = turn;
  if (state.matching === null || state.matching !== input.forText) return;
  const wanted = state.offerNext;
  state.matching = null;
  state.offerNext = null;
  const intents = (input.intents ?? []).flatMap(one => asCandidate(turn, one));
  const band = bandOf(turn, [...input.candidates, ...intents]);
  if (band.band === 'answer') show(turn, band.candidate);
  else if (band.band === 'didYouMean') suggest(turn, band.candidates);
  else if (!wanted) missed(turn);
  if (wanted) offer(turn, wanted.reason, wanted.because);
  countTurn(turn);
}

/** A button: of "did you mean", or of the ask step the flow stands at. */
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
  const chosen = step?.type === 'ask' ? step.choices?.find(one => one.value === value) : undefined;
  if (step?.type === 'ask' && chosen) onChosen(turn, step, chosen);
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
  if (waiting?.type === 'form' || (waiting?.type === 'ask' && waiting.variable)) state.paused = state.step;
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
  const { state, flow } = turn;
  const step = flow.steps[state.step ?? ''];
  const by = (step?.type === 'answer' && step.by) || 'quote';
  turn.effects.push({ type: 'answer', article: id, ...(section !== undefined && { section }), probability, by });
  Object.assign(state, { answered: id, lastVote: null, open: false, misses: 0, checkedIn: false, offered: null });
}

/** Back to what was asked before the question in between. */
function askOn(turn: Turn): void {
  const { state, flow } = turn;
  const step = flow.steps[state.step ?? ''];
  if (state.step === null || (step?.type !== 'ask' && step?.type !== 'form' && !state.confirming)) return;
  sayBot(turn, 'back');
  if (step?.type === 'ask') ask(turn, step);
  else if (step?.type === 'form') showForm(turn, state.step, step);
  else runSteps(turn, state.step);
}

/** Nothing was found: an ask step takes it for an answer that does not fit. */
function missed(turn: Turn): void {
  const step = turn.flow.steps[turn.state.step ?? ''];
  if (step?.type !== 'ask') miss(turn);
  else if (step.input === 'text' && turn.state.question) takeText(turn, step, turn.state.question);
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

/** Before the name of an intent that stands among candidates; an article's id does not begin with it. */
const INTENT = 'intent:';

function asCandidate(turn: Turn, { intent, probability }: IntentCandidate): Candidate[] {
  const found = turn.flow.intents?.[intent];
  return found ? [{ id: `${INTENT}${intent}`, probability, title: labelOf(turn, found.label) }] : [];
}

function intentOf({ id }: Candidate): string | null {
  return id.startsWith(INTENT) ? id.slice(INTENT.length) : null;
}
