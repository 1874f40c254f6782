import { readFile } from 'node:fs/promises';
import type { FlowEffect } from '@handrail/flow';
import type { Knowledge } from '@handrail/knowledge';
import { learnIntents } from '../../knowledge/learnIntents.js';
import { openHelp } from '../../knowledge/openHelp.js';
import type { CliIo } from '../cliIo.js';
import { createPlayer, type Played } from './play/createPlayer.js';
import { readFlow } from './readDefinition.js';

/** What is compared. */
export interface ReplayOptions {
  readonly old?: string;
  readonly new: string;
  readonly knowledge?: string;
  readonly json?: boolean;
  readonly failOnChange?: boolean;
}

/** A past question. */
interface Question {
  readonly text: string;
  readonly locale?: string;
}

/** What a flow makes of a question: one word for the counts, and all of it. */
interface Outcome {
  readonly kind:
    | 'answered'
    | 'did you mean'
    | 'asked'
    | 'said'
    | 'person offered'
    | 'to a person'
    | 'not understood'
    | 'silent';
  readonly what: string;
}

/**
 * `handrail flow replay QUESTIONS --new FILE [--old FILE]`: what one version of a flow makes of past questions, or what changes
 * from one to the other. Each question begins a conversation.
 * @returns 1 with `failOnChange` when something changed, else 0
 */
export async function replay(file: string, options: ReplayOptions, io: CliIo): Promise<number> {
  const questions = await readQuestions(file);
  const help = await openHelp(options.knowledge);
  const now = await outcomesOf(options.new, questions, help);
  if (options.old === undefined) {
    const rows = questions.map(({ text }, at) => ({ question: text, outcome: now[at] as Outcome }));
    if (options.json) io.out(`${JSON.stringify({ questions: rows, counts: count(now) }, null, 2)}\n`);
    else {
      for (const { question, outcome } of rows) io.out(`${question}\n  ${describe(outcome)}\n`);
      io.out(`\n${showCounts(count(now))}\n`);
    }
    return 0;
  }
  const before = await outcomesOf(options.old, questions, help);
  const changes = questions.flatMap(({ text }, at) => {
    const [was, is] = [before[at] as Outcome, now[at] as Outcome];
    return describe(was) === describe(is) ? [] : [{ question: text, before: was, now: is }];
  });
  const counts = { before: count(before), now: count(now) };
  if (options.json)
    io.out(`${JSON.stringify({ changes, same: questions.length - changes.length, ...counts }, null, 2)}\n`);
  else {
    for (const { question, before: was, now: is } of changes)
      io.out(`${question}\n  before: ${describe(was)}\n  now:    ${describe(is)}\n`);
    io.out(`\nbefore: ${showCounts(counts.before)}\nnow:    ${showCounts(counts.now)}\n`);
    io.out(`${changes.length} of ${questions.length} changed\n`);
  }
  return options.failOnChange && changes.length > 0 ? 1 : 0;
}

async function outcomesOf(file: string, questions: readonly Question[], help: Knowledge | null): Promise<Outcome[]> {
  const { definition, flow } = await readFlow(file);
  const intents = await learnIntents(definition, help);
  const outcomes: Outcome[] = [];
  for (const { text, locale = definition.locales[0] ?? 'en' } of questions) {
    const act = async () => ({ type: 'error', effect: 'action', reason: 'failed' }) as const;
    const player = createPlayer({ flow, locale, help, intents, act });
    const played = await player.send({ type: 'text', text });
    const waits = flow.steps[player.state().step ?? '']?.type;
    outcomes.push(outcomeOf(played, waits === 'ask' || waits === 'cards' || waits === 'form'));
  }
  return outcomes;
}

/** What the bot says when it found nothing. */
const NOT_UNDERSTOOD = new Set([
  'bot.rephrase',
  'bot.rephraseAgain',
  'bot.moreDetail',
  'bot.unknown',
  'bot.offerUnknown',
]);

/** The first of these that happened says what became of the question. */
function outcomeOf(played: readonly Played[], isAsked: boolean): Outcome {
  const effects = played.flatMap(one => one.effects);
  const find = <T extends FlowEffect['type']>(type: T) =>
    effects.find((one): one is FlowEffect & { type: T } => one.type === type);
  const handoff = find('handoff');
  if (handoff) return { kind: 'to a person', what: handoff.reason };
  const answer = find('answer');
  if (answer) return { kind: 'answered', what: [answer.article, answer.section].filter(Boolean).join('#') };
  const keys = effects.flatMap(one => (one.type === 'say' ? [one.key] : []));
  const choices = find('choices');
  if (choices && keys.includes('bot.didYouMean'))
    return { kind: 'did you mean', what: choices.items.map(({ label }) => label).join(' | ') };
  const offer = find('offer');
  const own = keys.filter(key => !key.startsWith('bot.'));
  if (own.length > 0) return { kind: isAsked ? 'asked' : 'said', what: own.join(', ') };
  if (offer) return { kind: 'person offered', what: offer.reason };
  const said = keys.filter(key => key !== 'bot.automated');
  if (said.some(key => NOT_UNDERSTOOD.has(key))) return { kind: 'not understood', what: said.join(', ') };
  return said.length > 0 ? { kind: 'said', what: said.join(', ') } : { kind: 'silent', what: '' };
}

const describe = ({ kind, what }: Outcome) => (what === '' ? kind : `${kind}: ${what}`);

function count(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const showCounts = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, n]) => `${n} ${kind}`)
    .join(', ') || 'no questions';

/** A question a line, as text or as `{ "text", "locale" }`. Empty lines and lines that begin with `#` are none. */
async function readQuestions(file: string): Promise<Question[]> {
  const lines = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split('\n');
  return lines.flatMap((raw, at) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return [];
    if (!line.startsWith('{')) return [{ text: line }];
    try {
      const { text, locale } = JSON.parse(line) as Partial<Question>;
      if (typeof text === 'string') return [{ text, ...(typeof locale === 'string' ? { locale } : {}) }];
    } catch {}
    throw new Error(`${file}:${at + 1}: expected a text, or { "text", "locale" } as JSON, got ${line.slice(0, 60)}`);
  });
}
