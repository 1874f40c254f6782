import {
  allPhrases,
  createStep,
  type FlowEffect,
  type FlowInput,
  type FlowState,
  type IntentCandidate,
  type PublishedFlow,
  start,
} from '@handrail/flow';
import { classify, type IntentModel, type Knowledge } from '@handrail/knowledge';

/** An effect, with what came of it where something did. */
export interface Played {
  readonly input: FlowInput;
  readonly effects: readonly FlowEffect[];
}

/** A conversation with a flow, played as a page would. */
export interface Player {
  state(): FlowState;
  /** Gives an input; what the page would answer by itself follows. Returns every step taken, in order. */
  send(input: FlowInput): Promise<readonly Played[]>;
  /** Takes back what was last sent. Returns whether there was something. */
  back(): boolean;
}

/** What a player plays with. */
export interface PlayerParts {
  readonly flow: PublishedFlow;
  readonly locale: string;
  /** `null`: nothing is found. */
  readonly help: Knowledge | null;
  /** `null`: intents are entered by their own words only. */
  readonly intents: IntentModel | null;
  /** Does what an `action` step asks for. */
  readonly act: (effect: FlowEffect & { type: 'action' }) => Promise<FlowInput>;
}

/** @internal */
export function createPlayer({ flow, locale, help, intents, act }: PlayerParts): Player {
  const step = createStep(allPhrases);
  let state = start(flow, { locale });
  const before: FlowState[] = [];

  async function answerTo(effect: FlowEffect): Promise<FlowInput | null> {
    if (effect.type === 'match') return match(effect.text);
    if (effect.type === 'action') return act(effect);
    // In a terminal a person can always come; who is there is not the flow's business.
    if (effect.type === 'handoff') return { type: 'availability', state: 'online' };
    return null;
  }

  async function match(text: string): Promise<FlowInput> {
    const found = (await help?.match(text, { locale })) ?? [];
    const titles = new Map((await help?.articles(locale))?.map(({ id, title }) => [id, title]));
    const candidates = found.map(({ id, section, probability }) => ({
      id,
      probability,
      title: titles.get(id) ?? id,
      ...(section ? { section } : {}),
    }));
    const meant: IntentCandidate[] = (intents ? classify(intents, text) : []).flatMap(({ intent, probability }) =>
      intent === null ? [] : [{ intent, probability }],
    );
    return { type: 'matches', forText: text, candidates, ...(meant.length > 0 ? { intents: meant } : {}) };
  }

  return {
    state: () => state,
    async send(first) {
      before.push(state);
      const played: Played[] = [];
      const inputs = [first];
      for (let input = inputs.shift(); input; input = inputs.shift()) {
        const result = step(flow, state, input);
        state = result.state;
        played.push({ input, effects: result.effects });
        for (const effect of result.effects) {
          const answer = await answerTo(effect);
          if (answer) inputs.push(answer);
        }
      }
      return played;
    },
    back() {
      const last = before.pop();
      if (last) state = last;
      return last !== undefined;
    },
  };
}
