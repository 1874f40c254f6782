import { allPhrases, builtinFlow, createStep, type FlowEffect, type FlowInput, NONE, start } from '@handrail/flow';
import type { Knowledge } from '@handrail/knowledge';

/** What became of a customer. */
export interface Fate {
  /** What the bot did with the question. */
  readonly first:
    | 'answered right'
    | 'answered wrong'
    | 'suggested right'
    | 'suggested wrong'
    | 'person'
    | 'not understood';
  /** The best the matcher found for the question, and how sure it was; `null` of nothing. */
  readonly best: { readonly article: string; readonly probability: number } | null;
  /** Turn of the customer after which a person was offered or came; `null` when none was before the customer asked. */
  readonly offeredAt: number | null;
  /** Messages asking for a person until one came; more than 2 is trapped. */
  readonly asked: number;
}

/** Messages a customer who gets nowhere writes before asking for a person. */
const PATIENCE = 4;
/** Requests for a person after which somebody counts as trapped. */
const TRAPPED = 3;

const step = createStep(allPhrases);

/**
 * Plays one customer with the built-in flow: asks, says whether an answer helped, picks what was meant when it is among the
 * suggestions, says it again otherwise, and asks for a person in the end, whatever happened.
 */
export async function playCustomer(
  knowledge: Pick<Knowledge, 'match'>,
  locale: string,
  question: string,
  relevant: readonly string[],
  request: string,
): Promise<Fate> {
  let state = start(builtinFlow, { locale });
  let offeredAt: number | null = null;
  let turn = 0;
  let best: Fate['best'] | undefined;

  async function send(first: FlowInput): Promise<readonly FlowEffect[]> {
    const effects: FlowEffect[] = [];
    const inputs = [first];
    turn += 1;
    for (let input = inputs.shift(); input; input = inputs.shift()) {
      const result = step(builtinFlow, state, input);
      state = result.state;
      effects.push(...result.effects);
      for (const effect of result.effects) {
        if (effect.type === 'handoff') inputs.push({ type: 'availability', state: 'online' });
        if (effect.type !== 'match') continue;
        const found = await knowledge.match(effect.text, { locale });
        best ??= found[0] ? { article: found[0].id, probability: found[0].probability } : null;
        inputs.push({
          type: 'matches',
          forText: effect.text,
          candidates: found.map(({ id, probability }) => ({ id, probability, title: id })),
        });
      }
    }
    if (effects.some(({ type }) => type === 'offer' || type === 'handoff')) offeredAt ??= turn;
    return effects;
  }

  /** Says what helped; goes on until nothing is left to say, or patience ends. */
  async function ask(): Promise<Fate['first']> {
    let fate: Fate['first'] | null = null;
    for (let said = 0; said < PATIENCE; said++) {
      const effects = await send({ type: 'text', text: question });
      const seen = await look(effects);
      fate ??= seen;
      if (seen === 'answered right' || seen === 'suggested right' || state.phase !== 'bot') break;
    }
    return fate ?? 'not understood';
  }

  async function look(effects: readonly FlowEffect[]): Promise<Fate['first']> {
    const answer = effects.find(effect => effect.type === 'answer');
    if (answer?.type === 'answer') {
      const isRight = relevant.includes(answer.article);
      await send({ type: 'vote', message: answer.article, vote: isRight ? 'yes' : 'no' });
      return isRight ? 'answered right' : 'answered wrong';
    }
    const choices = effects.find(effect => effect.type === 'choices');
    if (choices?.type === 'choices') {
      const meant = choices.items.find(({ article }) => article !== undefined && relevant.includes(article));
      await send({ type: 'choice', value: meant?.value ?? NONE });
      return meant ? 'suggested right' : 'suggested wrong';
    }
    return effects.some(({ type }) => type === 'handoff') ? 'person' : 'not understood';
  }

  const first = await ask();
  const before = offeredAt;
  let asked = 0;
  while (state.phase !== 'handoff' && asked < TRAPPED) {
    asked += 1;
    await send({ type: 'text', text: request });
  }
  return { first, best: best ?? null, offeredAt: before, asked };
}
