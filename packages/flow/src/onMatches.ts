import { chooseBand } from './chooseBand.js';
import { type Candidate, type FlowInput, NONE } from './inputs.js';
import { onChosen } from './onAsked.js';
import { countTurn, miss, offer, sayBot, type Turn } from './turn.js';

/** What the matcher found: answer, "did you mean", or say plainly that it is not known. */
export function onMatches(turn: Turn, input: Extract<FlowInput, { type: 'matches' }>): void {
  const { state, settings } = turn;
  if (state.matching === null || state.matching !== input.forText) return;
  const wanted = state.offerNext;
  state.matching = null;
  state.offerNext = null;
  const band = chooseBand(input.candidates, settings.bands);
  if (band.band === 'answer') showAnswer(turn, band.candidate);
  else if (band.band === 'didYouMean') suggest(turn, band.candidates);
  else if (!wanted) miss(turn);
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
  const step = flow.steps[state.step ?? ''];
  const chosen = step?.type === 'ask' ? step.choices?.find(one => one.value === value) : undefined;
  if (step?.type === 'ask' && chosen) onChosen(turn, step, chosen);
}

/** One of "did you mean", or none of them. */
export function onSuggestion(turn: Turn, meant: Candidate | typeof NONE): void {
  turn.state.suggested = [];
  if (meant === NONE) miss(turn);
  else showAnswer(turn, meant);
  countTurn(turn);
}

function showAnswer(turn: Turn, { id, section, probability }: Candidate): void {
  const { state, flow } = turn;
  const step = flow.steps[state.step ?? ''];
  const by = (step?.type === 'answer' && step.by) || 'quote';
  turn.effects.push({ type: 'answer', article: id, ...(section !== undefined && { section }), probability, by });
  Object.assign(state, { answered: id, lastVote: null, open: false, misses: 0, checkedIn: false, offered: null });
}

function suggest(turn: Turn, candidates: readonly Candidate[]): void {
  sayBot(turn, 'didYouMean');
  const items = candidates.map(one => ({ value: valueFor(one), label: one.title, article: one.id }));
  turn.effects.push({ type: 'choices', items, none: true });
  turn.state.suggested = candidates;
}

function valueFor({ id, section }: Candidate): string {
  return section === undefined ? id : `${id}#${section}`;
}
