import { recogniseDistress } from './distress.js';
import type { FlowInput } from './inputs.js';
import { NONE } from './inputs.js';
import { normalise } from './normalise.js';
import { onAsked } from './onAsked.js';
import { enterIntent, onSuggestion } from './onMatches.js';
import { onPerson } from './onPerson.js';
import { onConfirmed } from './onRunner.js';
import { onTypedScore } from './onSurvey.js';
import { countVote } from './onVote.js';
import { openChat, openWithQuestion, resume } from './openChat.js';
import { recogniseRequest } from './requests.js';
import { sameThing } from './sameThing.js';
import { recogniseSmallTalk, recogniseYesNo } from './smallTalk.js';
import { isAsked } from './steps/asked.js';
import { handOff, homeOf, match, offer, sayBot, type Turn } from './turn.js';

/** Messages looked back at for repetition, and letters kept of each. */
const REMEMBERED = 6;
const REMEMBERED_LETTERS = 200;

/** A message of the customer. While a person is awaited the bot is quiet: the message is the person's. */
export function onText(turn: Turn, { text }: Extract<FlowInput, { type: 'text' }>): void {
  const { state, flow } = turn;
  const normal = normalise(text);
  if (state.phase === 'handoff' || text.trim() === '') return;
  const first = state.phase === 'new';
  if (first && recogniseSmallTalk(normal, turn.phrases) === 'hello') {
    openChat(turn);
    return;
  }
  if (first) openWithQuestion(turn);
  else if (state.phase !== 'bot' || !flow.steps[state.step ?? '']) resume(turn);
  state.checkedIn = false;
  if (answersBot(turn, normal) || wantsPerson(turn, text, first)) return;
  const intent = intentSaid(turn, normal);
  if (intent) {
    enterIntent(turn, intent.next);
    return;
  }
  const waiting = flow.steps[state.step ?? ''];
  const isFree = waiting?.type === 'ask' && waiting.input !== 'choices';
  if (isAsked(waiting) && !(first && isFree)) {
    onAsked(turn, waiting, text);
    return;
  }
  if (isAsked(waiting)) return;
  if (waiting?.type === 'survey' && !first && onTypedScore(turn, waiting, text)) return;
  const talk = recogniseSmallTalk(normal, turn.phrases);
  if (talk) {
    sayBot(turn, talk);
    return;
  }
  onQuestion(turn, text, normal);
}

function onQuestion(turn: Turn, text: string, normal: string): void {
  const { state, settings } = turn;
  const words = normal.slice(0, REMEMBERED_LETTERS);
  const again = 1 + state.said.filter(earlier => sameThing(earlier, words)).length;
  state.said = [...state.said, words].slice(-REMEMBERED);
  if (again >= settings.repeatTurns && offer(turn, 'repeated')) {
    keepOpen(turn, text);
    return;
  }
  const home = homeOf(turn);
  const waiting = turn.flow.steps[state.step ?? '']?.type;
  // A form or an action that is still on its way keeps its place; the question is answered beside it.
  if (home !== null && waiting !== 'form' && waiting !== 'action') state.step = home;
  match(turn, text.trim());
}

/** A typed answer to what stands on the screen: an offer, "did you mean", "did this help?". */
function answersBot(turn: Turn, normal: string): boolean {
  const { state } = turn;
  const answer = recogniseYesNo(normal, turn.phrases);
  if (answer && state.offered) {
    onPerson(turn, answer === 'yes');
    return true;
  }
  if (state.suggested.length > 0) {
    const meant = state.suggested.find(one => normalise(one.title) === normal);
    if (meant) onSuggestion(turn, meant);
    else if (answer === 'no') onSuggestion(turn, NONE);
    if (meant || answer === 'no') return true;
  }
  if (answer && state.confirming) {
    onConfirmed(turn, answer === 'yes');
    return true;
  }
  // A yes or no may be the answer to what is asked now, rather than to an article shown before.
  if (asksNow(turn)) return false;
  // "OK" answers an offer, but it is too little to call a question resolved.
  if (!answer || state.answered === null || state.lastVote !== null || recogniseSmallTalk(normal, turn.phrases))
    return false;
  countVote(turn, answer);
  return true;
}

function asksNow({ state, flow }: Turn): boolean {
  const step = flow.steps[state.step ?? ''];
  return isAsked(step) || step?.type === 'survey';
}

/** A request for a person, anger or distress: these come before anything the flow waits for. */
function wantsPerson(turn: Turn, text: string, first: boolean): boolean {
  const { state, settings } = turn;
  const request = recogniseRequest(text, turn.phrases);
  const asking = isAsked(turn.flow.steps[state.step ?? '']);
  if (request?.kind === 'clear' && !(first && settings.requestAtFirstTurn === 'offer')) {
    handOff(turn, 'request', [request.words]);
    return true;
  }
  const signs = recogniseDistress(text, turn.phrases);
  if (signs) {
    sayBot(turn, 'acknowledge');
    if (offer(turn, 'distress', signs, null)) {
      keepOpen(turn, text);
      return true;
    }
  }
  if (!request || asking) return false;
  state.offerNext = { reason: request.kind === 'clear' ? 'request' : 'ambiguous', because: [request.words] };
  match(turn, text.trim());
  return true;
}

/** The intent one of whose utterances the message is, word for word. */
function intentSaid({ flow }: Turn, normal: string) {
  return Object.values(flow.intents ?? {}).find(({ utterances }) =>
    Object.values(utterances)
      .flat()
      .some(one => normalise(one) === normal),
  );
}

/** Remembers the question, so that it is answered when the offer is refused. */
function keepOpen(turn: Turn, text: string): void {
  turn.state.question = text.trim();
  turn.state.open = true;
  turn.state.matching = null;
  turn.state.suggested = [];
}
