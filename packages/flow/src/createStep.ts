import type { FlowEffect } from './effects.js';
import type { FlowInput } from './inputs.js';
import { onFiles } from './onAsked.js';
import { onChoice, onMatches, onWritten } from './onMatches.js';
import { onAvailability, onPerson, onReturned } from './onPerson.js';
import { onError, onForm, onResult, onSilence } from './onRunner.js';
import { onText } from './onText.js';
import { onVote } from './onVote.js';
import { openChat } from './openChat.js';
import type { Phrases } from './phrases/phrases.js';
import type { PublishedFlow } from './publishedFlow.js';
import type { GivenSettings } from './schema.js';
import { resolveSettings } from './settings.js';
import { type FlowState, upgradeState } from './state.js';
import { offer, type Turn } from './turn.js';

/**
 * One input: the state that follows and what to do, in order. Pure: the same arguments give the same result, the given
 * state is left as it is, nothing is read from outside. What the customer does always has a visible effect, except
 * while a person is awaited and for inputs that fit nothing any more; those leave the state as it was.
 */
export type Step = (
  flow: PublishedFlow,
  state: FlowState,
  input: FlowInput,
  settings?: GivenSettings,
) => { readonly state: FlowState; readonly effects: readonly FlowEffect[] };

/**
 * A {@link Step} that understands the given phrases only, in the order of `allPhrases`. A request for a person in a locale that
 * is not among them is not recognised: a page that loads them by locale asks `phraseLocales` before each text.
 */
export function createStep(phrases: readonly Phrases[]): Step {
  return (flow, state, input, settings) => {
    const own = { ...upgradeState(flow, state) };
    const turn: Turn = { flow, settings: resolveSettings(flow, settings), phrases, state: own, effects: [] };
    // Whatever else is said, an answer that is still being written no longer fits.
    if (isSaid(input)) own.writing = null;
    dispatch(turn, input);
    return { state: turn.state, effects: turn.effects };
  };
}

const SAID: ReadonlySet<FlowInput['type']> = new Set(['text', 'choice', 'person', 'form', 'files', 'returned']);

const isSaid = ({ type }: FlowInput) => SAID.has(type);

function dispatch(turn: Turn, input: FlowInput): void {
  switch (input.type) {
    case 'start':
      if (turn.state.phase === 'new') openChat(turn);
      return;
    case 'text':
      onText(turn, input);
      return;
    case 'choice':
      onChoice(turn, input);
      return;
    case 'matches':
      onMatches(turn, input);
      return;
    case 'written':
      onWritten(turn, input);
      return;
    case 'vote':
      onVote(turn, input);
      return;
    case 'availability':
      onAvailability(turn, input.state);
      return;
    case 'person':
      onPerson(turn, input.accepted, input.team);
      return;
    case 'tool':
      if (turn.state.phase === 'bot') offer(turn, 'model');
      return;
    case 'error':
      onError(turn, input);
      return;
    case 'silence':
      onSilence(turn, input);
      return;
    case 'form':
      onForm(turn, input);
      return;
    case 'files':
      onFiles(turn, input.names);
      return;
    case 'result':
      onResult(turn, input);
      return;
    case 'returned':
      onReturned(turn);
      return;
  }
}
