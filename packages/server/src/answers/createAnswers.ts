import { randomBytes } from 'node:crypto';
import type { Tree } from '@handrail/content';
import { readMarkdown } from '@handrail/content/markdown';
import type { Knowledge } from '@handrail/knowledge';
import type { AskAnswer, SiteConfig, Source, WrittenEvent, WrittenResult } from '@handrail/protocol';
import type { Logger } from 'pino';
import type { VisitorActor } from '../access/who.js';
import type { Actions } from '../actions/createActions.js';
import type { SafeFetch } from '../actions/safeFetch.js';
import type { Metrics } from '../metrics/createMetrics.js';
import { answerTools, HANDOFF } from './answerTools.js';
import { askModel, type ModelCall } from './askModel.js';
import type { Budget } from './budget.js';
import { checkSentence, type Ground, type Unsupported } from './checkSentence.js';
import { writeInstructions, writeQuestion } from './instructions.js';
import { createMask } from './maskText.js';
import { type Passage, readPassages } from './readPassages.js';
import { createSentenceReader, type Sentence } from './splitSentences.js';

/** One answer that is written. */
export interface Writing {
  readonly ask: AskAnswer;
  readonly site: SiteConfig;
  /** The site's articles; `null` when it has none. */
  readonly help: Knowledge | null;
  /** Who asks, when it is known. */
  readonly customer: VisitorActor | null;
  readonly tell: (event: WrittenEvent) => void;
  /** The customer no longer waits. */
  readonly signal: AbortSignal;
}

/** Answers written by sites' language models. */
export interface Answers {
  /** Tells the answer sentence by sentence, each after it was checked, and how it ended. Never rejects. */
  write(writing: Writing): Promise<void>;
}

/** What they are made of. */
export interface AnswersParts {
  readonly fetch: SafeFetch;
  readonly actions: Actions;
  readonly budget: Budget;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'answerWritten'>;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly newId: () => string;
}

/** Passages, and share of words, unless the settings say otherwise. */
const PASSAGES = 6;
const SUPPORT = 0.5;

/** Characters after which an answer is long enough. */
const MOST = 2_500;

/** How it ended, and why: the reason is for the log. */
interface End {
  readonly result: WrittenResult;
  readonly reason: string;
  readonly sources: readonly Source[];
}

/** Log and figures say how it ended and what it cost, never what was asked or written. */
export function createAnswers(parts: AnswersParts): Answers {
  const { budget, log, metrics, elapsed } = parts;
  return {
    async write(writing) {
      const { site, tell } = writing;
      const begun = elapsed();
      let tokens = 0;
      const spent = (more: number) => {
        tokens += more;
      };
      const end = await writeChecked(parts, writing, spent).catch(
        (error: unknown): End => ({ result: 'failed', reason: messageOf(error), sources: [] }),
      );
      await budget.spend(site, tokens).catch((error: unknown) => log.error({ err: error }, 'the budget was not kept'));
      const ms = Math.round(elapsed() - begun);
      metrics.answerWritten(site.id, end.result, ms / 1000, tokens);
      const line = { site: site.id, result: end.result, reason: end.reason, tokens, ms };
      if (end.result === 'failed') log.warn(line, 'answer not written');
      else log.info(line, 'answer');
      tell({ type: 'end', result: end.result, sources: [...end.sources] });
    },
  };
}

async function writeChecked(parts: AnswersParts, writing: Writing, spent: (tokens: number) => void): Promise<End> {
  const { ask, site, help, tell } = writing;
  const { model: config } = site;
  const nothing = (result: WrittenResult, reason: string): End => ({ result, reason, sources: [] });
  if (!config || !help) return nothing('failed', config ? 'no articles' : 'no model');
  const passages = await readPassages(help, ask.passages, ask.locale, config.passages ?? PASSAGES);
  if (passages.length === 0) return nothing('refused', 'no passages');
  if (!(await parts.budget.take(site))) return nothing('failed', 'budget');

  const mask = createMask();
  const facts: string[] = [];
  const canary = randomBytes(6).toString('hex');
  const call: ModelCall = {
    config,
    instructions: writeInstructions({ name: site.widget.name, voice: config.voice }, ask.locale, canary),
    question: writeQuestion(ask, passages, mask),
    tools: answerTools({ ...parts, ...writing, locale: ask.locale, help, mask, passages, facts }),
    fetch: parts.fetch,
    signal: writing.signal,
  };
  const draft = createDraft({
    ground: () => ({
      passages: new Map(passages.map(({ text }, place) => [place + 1, text])),
      facts: facts.join('\n'),
      support: passages.every(({ locale }) => sameLanguage(locale, ask.locale)) ? (config.support ?? SUPPORT) : 0,
      canary,
    }),
    needsNoMark: () => facts.length > 0,
    show: text => tell({ type: 'text', tree: treeOf(mask.show(text)) }),
  });
  const end = await readAnswer(call, draft, ask.locale, spent);
  return { ...end, sources: sourcesOf(passages, draft.marks()) };
}

/** Reads what the model writes until it ends, calls for an end, or writes what it must not. */
async function readAnswer(
  call: ModelCall,
  draft: Draft,
  locale: string,
  spent: (tokens: number) => void,
): Promise<Omit<End, 'sources'>> {
  const reader = createSentenceReader(locale);
  let isCut = false;
  try {
    for await (const event of askModel(call)) {
      if (event.type === 'spent') spent(event.tokens);
      else if (event.type === 'cut') isCut = true;
      else if (event.type === 'called')
        return event.tool === HANDOFF ? { result: 'handoff', reason: 'tool' } : settled(draft, 'refused', 'tool');
      else for (const sentence of reader.add(event.text)) draft.add(sentence);
      if (draft.problem() !== null || draft.isLong()) break;
    }
    if (draft.problem() === null && !isCut) for (const sentence of reader.end()) draft.add(sentence);
  } catch (error) {
    return settled(draft, 'failed', messageOf(error));
  }
  if (isCut) return settled(draft, 'failed', 'cut');
  const problem = draft.problem();
  return problem === null ? settled(draft, 'refused', 'written') : settled(draft, 'refused', problem);
}

/** What was shown was checked, and stays: of a half answer the customer reads on in the article. */
function settled(draft: Draft, otherwise: WrittenResult, reason: string): Omit<End, 'sources'> {
  return { result: draft.isShown() ? 'answered' : otherwise, reason };
}

/** An answer that grows by checked sentences. */
interface Draft {
  add(sentence: Sentence): void;
  problem(): Unsupported | null;
  isLong(): boolean;
  /** Whether the customer sees something of it. */
  isShown(): boolean;
  /** Numbers of the passages it names, in order. */
  marks(): readonly number[];
}

interface DraftParts {
  readonly ground: () => Ground;
  /** What an action found out stands in no passage. */
  readonly needsNoMark: () => boolean;
  readonly show: (text: string) => void;
}

/** Nothing is shown before a sentence names what it rests on. */
function createDraft({ ground, needsNoMark, show }: DraftParts): Draft {
  let text = '';
  let problem: Unsupported | null = null;
  let shown = false;
  const marks = new Set<number>();
  return {
    add(sentence) {
      if (problem !== null) return;
      problem = checkSentence(sentence.text, sentence.marks, ground());
      if (problem !== null) return;
      text += sentence.text;
      for (const mark of sentence.marks) marks.add(mark);
      shown = marks.size > 0 || needsNoMark();
      if (shown) show(text);
    },
    problem: () => problem,
    isLong: () => text.length > MOST,
    isShown: () => shown,
    marks: () => [...marks],
  };
}

/** Words, lists and emphasis; a link or a picture would be the model's own. */
const treeOf = (text: string): Tree =>
  readMarkdown(text.trim(), { resolveLink: () => null, resolveImage: () => null }).tree;

function sourcesOf(passages: readonly Passage[], marks: readonly number[]): Source[] {
  return marks.flatMap(mark => {
    const passage = passages[mark - 1];
    return passage ? [{ ...passage.source, by: 'model' as const }] : [];
  });
}

const sameLanguage = (one: string, other: string) => one.split('-')[0] === other.split('-')[0];

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
