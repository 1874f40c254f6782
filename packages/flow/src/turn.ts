import { inlineText, type Tree } from '@handrail/content';
import type { ChoiceItem, FlowEffect } from './effects.js';
import { fillTree, placeholders } from './fillTree.js';
import type { Phrases } from './phrases/phrases.js';
import type { PublishedFlow } from './publishedFlow.js';
import type { PersonReason } from './reasons.js';
import type { FlowValue } from './schema.js';
import type { FlowSettings } from './settings.js';
import type { FlowState } from './state.js';

/** Texts the rules need. A flow may bring its own under the same keys; missing ones are the built-in flow's. */
export const botTexts = [
  'automated',
  'hello',
  'thanks',
  'bye',
  'fine',
  'identity',
  'handoff',
  'offer',
  'offerUnknown',
  'acknowledge',
  'declined',
  'rephrase',
  'rephraseAgain',
  'moreDetail',
  'unknown',
  'didYouMean',
  'error',
  'confirmed',
  'checkIn',
  'noOne',
  'contactSent',
  'returned',
  'invalid',
  'corrected',
  'back',
  'survey',
  'surveyThanks',
  'yes',
  'no',
] as const;

/** Name of one of those texts, without `bot.`. */
export type BotText = (typeof botTexts)[number];

/** One call of `step`: the flow, a copy of the state that may be written, and the effects so far. */
export interface Turn {
  readonly flow: PublishedFlow;
  readonly settings: FlowSettings;
  readonly phrases: readonly Phrases[];
  readonly state: { -readonly [K in keyof FlowState]: FlowState[K] };
  readonly effects: FlowEffect[];
}

/** A text of the flow in the conversation's locale, variables filled in. A missing text gives nothing. */
export function textOf(turn: Turn, key: string): Tree {
  return fillTree(sourceOf(turn, key), turn.state.vars);
}

function sourceOf({ flow, state }: Turn, key: string): Tree {
  const local = flow.texts[state.locale] ?? Object.values(flow.texts)[0];
  return local?.[key] ?? [];
}

/** The same as plain text, for labels, which are one paragraph (publishing checks it). */
export function labelOf(turn: Turn, key: string): string {
  const [block] = textOf(turn, key);
  return block?.t === 'p' ? inlineText(block.c) : '';
}

/** What may stand below a text. */
type Below = Pick<FlowEffect & { type: 'say' }, 'card' | 'cards'>;

/** Says a text of the flow; `below` stands below it. */
export function say(turn: Turn, key: string, below: Below = {}): void {
  const vars: Record<string, FlowValue> = {};
  for (const name of placeholders(JSON.stringify(sourceOf(turn, key)))) {
    const value = turn.state.vars[name];
    if (value !== undefined) vars[name] = value;
  }
  turn.effects.push({ type: 'say', key, tree: textOf(turn, key), vars, ...below });
  const { echo } = turn.state;
  turn.state.echo = { key, times: echo?.key === key ? echo.times + 1 : 1 };
}

/** Says one of the bot's texts; one that was said twice in a row gives way to another that says nearly the same. */
export function sayBot(turn: Turn, text: BotText): void {
  const { echo } = turn.state;
  const isThird = echo?.key === `bot.${text}` && echo.times >= 2;
  say(turn, `bot.${(isThird && OTHERWISE[text]) || text}`);
}

/** What is said instead of the same a third time: a bot that repeats itself is a bot that does not listen. */
const OTHERWISE: Partial<Record<BotText, BotText>> = {
  hello: 'fine',
  thanks: 'fine',
  bye: 'fine',
  fine: 'thanks',
  identity: 'hello',
  declined: 'fine',
  confirmed: 'thanks',
  corrected: 'surveyThanks',
  surveyThanks: 'thanks',
  contactSent: 'thanks',
  rephrase: 'moreDetail',
  rephraseAgain: 'moreDetail',
  moreDetail: 'rephrase',
  invalid: 'moreDetail',
  unknown: 'moreDetail',
  didYouMean: 'unknown',
  acknowledge: 'moreDetail',
  error: 'offerUnknown',
  offer: 'offerUnknown',
  offerUnknown: 'offer',
};

/** The step an open question belongs to. */
export function homeOf(turn: Turn): string | null {
  const { state, flow } = turn;
  const current = state.step === null ? undefined : flow.steps[state.step];
  return current?.type === 'answer' ? state.step : (flow.home ?? null);
}

/** Search results for the open question, when there is one. */
export function searchQuestion(turn: Turn): void {
  if (turn.state.question) turn.effects.push({ type: 'search', query: turn.state.question });
}

/** Starts a match; what comes of it follows with the `matches` input. */
export function match(turn: Turn, text: string): void {
  turn.state.question = text;
  turn.state.open = true;
  turn.state.matching = text;
  turn.state.suggested = [];
  turn.effects.push({ type: 'match', text });
}

/**
 * Offers a person, unless the customer refused an offer of this kind. `asked` offers are made in any case.
 * Returns whether it was made. The counters start again, so that a next offer needs a new cause.
 */
export function offer(
  turn: Turn,
  reason: PersonReason,
  because: readonly string[] = [],
  text: BotText | null = 'offer',
): boolean {
  const { state, effects } = turn;
  const asked = reason === 'ambiguous' || reason === 'request';
  if (state.refused.includes(reason) && !asked) return false;
  if (effects.some(effect => effect.type === 'offer')) return true;
  if (text) sayBot(turn, text);
  effects.push({
    type: 'offer',
    reason,
    ...(because.length > 0 && { because }),
    ...(state.availability && { availability: state.availability }),
  });
  Object.assign(state, { offered: { reason, because }, misses: 0, negativeVotes: 0, turns: 0, said: [] });
  return true;
}

/** Asks the runner to hand over. The bot is quiet until availability, an error or a return is reported. */
export function handOff(turn: Turn, reason: PersonReason, because: readonly string[] = [], team?: string): void {
  sayBot(turn, 'handoff');
  turn.effects.push({
    type: 'handoff',
    reason,
    ...(because.length > 0 && { because }),
    ...(team !== undefined && { team }),
  });
  Object.assign(turn.state, {
    phase: 'handoff',
    offered: null,
    offerNext: null,
    matching: null,
    suggested: [],
    doubted: true,
  });
}

/** Counts a turn of the bot that was about the question; too many without a vote bring an offer. */
export function countTurn(turn: Turn): void {
  turn.state.turns += 1;
  if (turn.state.turns >= turn.settings.turnsWithoutVote) offer(turn, 'noVotes');
}

/** Not understood: rephrase, offer, or (the offer was refused) say so and show search results. */
export function miss(turn: Turn): void {
  const { state, settings } = turn;
  state.misses += 1;
  if (state.misses > settings.rephraseAtMost) {
    if (offer(turn, 'notUnderstood', [], 'offerUnknown')) return;
    sayBot(turn, 'unknown');
    searchQuestion(turn);
    return;
  }
  sayBot(turn, state.misses === 1 ? 'rephrase' : 'rephraseAgain');
}

/** Buttons of an ask step. */
export function choiceItems(turn: Turn, choices: readonly { value: string; label: string }[]): ChoiceItem[] {
  return choices.map(({ value, label }) => ({ value, label: labelOf(turn, label) }));
}
