import type { FlowInput } from './inputs.js';
import { runSteps } from './steps/runSteps.js';
import { homeOf, offer, sayBot, searchQuestion, type Turn } from './turn.js';

/** "Did this help?". A second vote on a message counts only when it differs from the first. */
export function onVote(turn: Turn, { message, vote }: Extract<FlowInput, { type: 'vote' }>): void {
  const { state } = turn;
  const changed = state.lastVote?.message === message && state.lastVote.vote !== vote;
  const votable = state.phase === 'bot' || state.phase === 'ended';
  if (!votable || (state.answered === null && !changed)) return;
  if (state.lastVote?.message === message && !changed) return;
  countVote(turn, vote, message);
}

/** A vote; one that was typed has no message id. */
export function countVote(turn: Turn, vote: 'yes' | 'no', message = ''): void {
  const { state, settings, flow } = turn;
  // The answer may have ended the flow, or silence did: a vote that comes later still counts.
  const home = homeOf(turn);
  if (state.phase === 'ended') Object.assign(state, { phase: 'bot', step: home ?? state.step });
  Object.assign(state, { lastVote: { message, vote }, turns: 0, offered: null, suggested: [], matching: null });
  if (vote === 'yes') {
    Object.assign(state, { misses: 0, negativeVotes: 0, said: [], doubted: false, open: false });
    turn.effects.push({ type: 'resolved', how: 'confirmed' });
    const step = flow.steps[state.step ?? ''];
    if (step?.type === 'answer' && step.next) runSteps(turn, step.next);
    else sayBot(turn, 'confirmed');
    return;
  }
  state.answered = null;
  state.doubted = true;
  state.open = true;
  state.negativeVotes += 1;
  // One more try is fair; a second miss of any kind brings a person.
  state.misses = Math.max(state.misses + 1, settings.rephraseAtMost);
  if (state.negativeVotes >= settings.negativeVotes && offer(turn, 'negativeVotes')) return;
  sayBot(turn, 'moreDetail');
  if (state.refused.includes('negativeVotes')) searchQuestion(turn);
}
