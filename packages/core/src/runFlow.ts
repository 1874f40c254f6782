import { plainText, type Tree } from '@handrail/content';
import {
  type FlowEffect,
  type FlowInput,
  type FlowState,
  type PersonReason,
  type SurveyKind,
  sayText,
} from '@handrail/flow';
import type { OwnerReason } from '@handrail/protocol';
import { quoteSection } from './answer.js';
import type { Environment } from './environment.js';
import { type FlowEngine, loadEngine } from './flowEngine.js';
import type { KnowledgeSource } from './knowledgeSource.js';
import { createSilence, type SilenceParts } from './silence.js';
import type { BotTurn } from './thread.js';
import { type ActionParts, runAction } from './tools/runAction.js';

/** What the runner needs. The flow itself decides; the runner only carries out. */
export interface RunFlowParts {
  readonly environment: Pick<Environment, 'now' | 'fetch' | 'setTimeout' | 'clearTimeout'>;
  /** Default: the engine of `@handrail/flow`. */
  readonly load?: (locale: string) => Promise<FlowEngine>;
  readonly knowledge: KnowledgeSource;
  readonly locale: () => string;
  /** Address of the site's own flow; `null` for the built-in one. */
  readonly flow: string | null;
  readonly state: (conversation: string) => FlowState | null;
  readonly keep: (conversation: string, state: FlowState) => void;
  /** Shows a turn of the bot; answers its id. */
  readonly say: (conversation: string, turn: Omit<BotTurn, 'id' | 'at' | 'by'>) => string;
  /** Adds to the newest turn of the bot. */
  readonly attach: (conversation: string, more: Partial<BotTurn>) => void;
  /** Tries to reach a person; answers whether one can come. */
  readonly handoff: (
    conversation: string,
    asked: { readonly reason: OwnerReason; readonly team?: string },
  ) => Promise<'online' | 'away' | 'offline'>;
  readonly contact: (conversation: string, reason: 'away' | 'offline' | 'failed') => void;
  readonly resolved: (conversation: string, how: 'confirmed' | 'assumed') => void;
  readonly answered: (conversation: string, article: string, probability: number) => void;
  /** Whether files can be sent from here. */
  readonly takesFiles: boolean;
  /** A survey was shown (`null`), or answered. */
  readonly surveyed: (conversation: string, survey: SurveyKind, score: number | null) => void;
  /**
   * Has an answer written, and shows it; `null` when the customer went on before it ended. Rejects when it could not be had.
   */
  readonly write: (conversation: string, effect: FlowEffect & { type: 'write' }) => Promise<WrittenTo | null>;
  /** Who does what `action` steps ask for. */
  readonly actions: ActionParts;
  /** Nothing was found for what was said. */
  readonly missed: (conversation: string) => void;
  readonly saidAt: SilenceParts['saidAt'];
  readonly claim: SilenceParts['claim'];
  /** The customer is silent; comes back as an input in its turn. */
  readonly silent: SilenceParts['tell'];
}

/** What became of an answer that was to be written. */
export type WrittenTo = Pick<FlowInput & { type: 'written' }, 'result' | 'article'>;

/** Gives a conversation's flow one input, and carries out what follows. Inputs of one conversation come one after another. */
export interface RunFlow {
  (conversation: string, input: FlowInput): Promise<void>;
  /** A page takes up a conversation again: silence counts from the last word, not from now. */
  resume(conversation: string): Promise<void>;
}

/** An answer provider that takes longer has failed. */
const PROVIDER_MS = 8_000;

/** What follows when something was found. */
const FOUND: ReadonlySet<FlowEffect['type']> = new Set(['answer', 'choices', 'write']);

/** The flow's own defaults. */
const TIMES = { checkInMinutes: 4, assumedMinutes: 30 };

const REASONS: Readonly<Record<PersonReason, OwnerReason>> = {
  request: 'asked',
  ambiguous: 'asked',
  notUnderstood: 'not_understood',
  repeated: 'repeated',
  negativeVotes: 'negative_votes',
  noVotes: 'long_conversation',
  distress: 'distress',
  error: 'provider_failed',
  model: 'flow',
  flow: 'flow',
};

/** @internal */
export function createRunFlow(parts: RunFlowParts): RunFlow {
  const { load = (locale: string) => loadEngine(parts.environment, locale, parts.flow) } = parts;
  /** One engine per language; a file that could not be fetched is asked for again. */
  const engines = new Map<string, Promise<FlowEngine>>();
  function engineOf(locale: string): Promise<FlowEngine> {
    const engine = engines.get(locale) ?? load(locale);
    engines.set(locale, engine);
    engine.catch(() => engines.delete(locale));
    return engine;
  }

  const silence = createSilence({ ...parts, tell: parts.silent });
  async function resume(conversation: string): Promise<void> {
    const { definition } = await engineOf(parts.locale());
    silence.watch(conversation, { ...TIMES, ...definition.settings?.timeouts });
  }

  async function run(conversation: string, first: FlowInput): Promise<void> {
    const { prepare, step, start, definition, model } = await engineOf(parts.locale());
    const inputs: FlowInput[] = [first];
    for (let input = inputs.shift(); input; input = inputs.shift()) {
      if (input.type === 'text') await prepare(input.text);
      const before = parts.state(conversation) ?? start(definition, { locale: parts.locale() });
      const { state, effects } = step(definition, before, input);
      parts.keep(conversation, state);
      const missed = input.type === 'matches' && !effects.some(({ type }) => FOUND.has(type));
      if (missed) parts.missed(conversation);
      for (const effect of effects) {
        const answer = await carryOut(conversation, effect, missed, model);
        if (answer) inputs.push(answer);
      }
    }
    await resume(conversation);
  }

  async function carryOut(
    conversation: string,
    effect: FlowEffect,
    missed: boolean,
    model: string | null,
  ): Promise<FlowInput | null> {
    switch (effect.type) {
      case 'say':
        say(conversation, effect, missed);
        return null;
      case 'match':
        return match(effect.text, model);
      case 'write':
        return write(conversation, effect);
      case 'answer':
        return answer(conversation, effect);
      case 'choices':
        parts.attach(conversation, { choices: effect.items, ...(effect.none ? { none: true } : {}) });
        return null;
      case 'search':
        return search(conversation, effect.query);
      case 'offer':
        parts.attach(conversation, { offer: true });
        return null;
      case 'handoff':
        return handoff(conversation, effect);
      case 'contact':
        parts.contact(conversation, effect.reason);
        return null;
      case 'resolved':
        parts.resolved(conversation, effect.how);
        return null;
      case 'files':
        if (!parts.takesFiles) return { type: 'error', effect: 'files', reason: 'failed' };
        parts.attach(conversation, { wantsFiles: true });
        return null;
      case 'survey':
        return survey(conversation, effect);
      case 'surveyed':
        parts.surveyed(conversation, effect.survey, effect.score);
        return null;
      case 'form':
        parts.attach(conversation, { fields: effect.fields, step: effect.step });
        return null;
      case 'action':
        return runAction(parts.actions, effect, { conversation, locale: parts.locale() });
      default:
        return null;
    }
  }

  async function handoff(conversation: string, effect: FlowEffect & { type: 'handoff' }): Promise<FlowInput> {
    const { team } = effect;
    const asked = { reason: REASONS[effect.reason], ...(team === undefined ? {} : { team }) };
    return { type: 'availability', state: await parts.handoff(conversation, asked) };
  }

  function say(conversation: string, effect: FlowEffect & { type: 'say' }, missed: boolean) {
    const { tree, card, cards } = effect;
    // Whoever reads it elsewhere, the person who takes over before all, gets the cards in words.
    const text = sayText(effect);
    const below = { ...(card ? { card } : {}), ...(cards ? { cards } : {}) };
    parts.say(conversation, { text, tree, ...below, ...(missed ? { missed } : {}) });
  }

  function survey(conversation: string, { type: _, ...scale }: FlowEffect & { type: 'survey' }): null {
    parts.attach(conversation, { scale });
    parts.surveyed(conversation, scale.survey, null);
    return null;
  }

  async function match(text: string, model: string | null): Promise<FlowInput> {
    const [found, meant] = await Promise.all([
      inTime(parts.knowledge.match(text, parts.locale())),
      inTime(model === null ? Promise.resolve([]) : parts.knowledge.intents(text, model)),
    ]);
    if (found === 'timeout' || found === 'failed') return { type: 'error', effect: 'match', reason: found };
    const candidates = found.map(({ id, section, probability, title }) => ({
      id,
      probability,
      title,
      ...(section ? { section } : {}),
    }));
    // Without their file the intents are done without; articles and people are still there.
    const known = typeof meant === 'string' || meant.length === 0 ? {} : { intents: meant };
    return { type: 'matches', candidates, forText: text, ...known };
  }

  async function answer(conversation: string, effect: FlowEffect & { type: 'answer' }): Promise<FlowInput | null> {
    const article = await inTime(parts.knowledge.article(effect.article, parts.locale()));
    if (article === 'timeout' || article === 'failed') return { type: 'error', effect: 'answer', reason: article };
    if (!article) return { type: 'error', effect: 'answer', reason: 'failed' };
    const quoted = quoteSection(article, effect.section, effect.probability);
    const lead: Tree = article.summary ? [{ t: 'p', c: [article.summary] }] : [];
    parts.say(conversation, { text: plainText([...lead, ...quoted.quote]), tree: lead, answer: quoted });
    parts.answered(conversation, article.id, effect.probability);
    return null;
  }

  async function write(conversation: string, effect: FlowEffect & { type: 'write' }): Promise<FlowInput | null> {
    const failed: WrittenTo = { result: 'failed' };
    const written = await parts.write(conversation, effect).catch(() => failed);
    return written && { type: 'written', forText: effect.text, ...written };
  }

  async function search(conversation: string, query: string): Promise<FlowInput | null> {
    const found = await inTime(parts.knowledge.find(query, parts.locale(), 3));
    if (found === 'timeout' || found === 'failed') return { type: 'error', effect: 'search', reason: found };
    const pointers = found.hits.map(({ id, section, title }) => ({ id, section, title }));
    if (pointers.length > 0) parts.attach(conversation, { pointers });
    return null;
  }

  function inTime<T>(work: Promise<T>): Promise<T | 'timeout' | 'failed'> {
    return new Promise(resolve => {
      const timer = parts.environment.setTimeout(() => resolve('timeout'), PROVIDER_MS);
      work
        .catch(() => 'failed' as const)
        .then(value => {
          parts.environment.clearTimeout(timer);
          resolve(value);
        });
    });
  }

  return Object.assign(run, { resume });
}
