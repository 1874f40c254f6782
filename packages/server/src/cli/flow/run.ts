import { writeFile } from 'node:fs/promises';
import { type FieldItem, type FlowEffect, type FlowInput, type FlowValue, LATER, NONE, sayText } from '@handrail/flow';
import { learnIntents } from '../../knowledge/learnIntents.js';
import { openHelp } from '../../knowledge/openHelp.js';
import type { CliIo } from '../cliIo.js';
import { createPlayer, type Played } from './play/createPlayer.js';
import { readFlow } from './readDefinition.js';

/** How a flow is played. */
export interface RunOptions {
  readonly locale?: string;
  readonly knowledge?: string;
  /** Every action fails, or its result is asked of who plays. Default `ask`. */
  readonly actions?: 'ask' | 'fail';
}

const HELP = `Write what a customer would; a number presses a button.
/person asks for a person   /yes, /no vote on the answer   /silence N is silent for N minutes
/file NAME sends a file   /back takes the last turn back   /state shows step and variables   /save FILE keeps it as a trace   /quit
`;

/** `handrail flow run FILE`: plays the flow in the terminal, from the first words to a person or the end of the input. */
export async function run(file: string, options: RunOptions, io: CliIo): Promise<number> {
  const { definition, flow } = await readFlow(file);
  const locale = options.locale ?? definition.locales[0] ?? 'en';
  const help = await openHelp(options.knowledge);
  const lines = io.lines();
  const next = async (prompt: string) => {
    if (io.isTerminal) io.out(prompt);
    const { value, done } = await lines.next();
    return done ? null : value;
  };
  const player = createPlayer({
    flow,
    locale,
    help,
    intents: await learnIntents(definition, help),
    act: effect => askAuthor(effect, options.actions ?? 'ask', next, io),
  });
  const turns: Played[] = [];
  /** What the numbers stand for, and what the vote is about. */
  let buttons: FlowInput[] = [];
  let answer: string | null = null;
  let fields: readonly FieldItem[] = [];

  async function play(input: FlowInput) {
    const played = await player.send(input);
    turns.push(...played);
    buttons = [];
    fields = [];
    for (const { effects } of played) for (const effect of effects) await show(effect);
  }

  async function show(effect: FlowEffect) {
    switch (effect.type) {
      case 'say':
        io.out(`${sayText(effect)}\n`);
        for (const { buttons = [] } of effect.cards?.items ?? [])
          for (const button of buttons)
            if ('value' in button) press({ type: 'choice', value: button.value }, button.says);
        break;
      case 'answer': {
        const article = await help?.article(effect.article, locale).catch(() => null);
        const where = effect.section === undefined ? effect.article : `${effect.article}#${effect.section}`;
        io.out(`[answer] ${article?.title ?? effect.article} (${where}, ${effect.probability.toFixed(2)})\n`);
        answer = effect.article;
        break;
      }
      case 'choices':
        for (const item of effect.items) press({ type: 'choice', value: item.value }, item.label);
        if (effect.none) press({ type: 'choice', value: NONE }, 'none of these');
        break;
      case 'offer':
        io.out(`[offers a person: ${effect.reason}${effect.because ? `, ${effect.because.join(', ')}` : ''}]\n`);
        press({ type: 'person', accepted: true }, 'talk to a person');
        press({ type: 'person', accepted: false }, 'not now');
        break;
      case 'search': {
        const hits = (await help?.search(effect.query, { locale, limit: 3 })) ?? [];
        io.out(`[shows articles] ${hits.map(({ title }) => title).join(' | ') || 'none'}\n`);
        break;
      }
      case 'form':
        fields = effect.fields;
        break;
      case 'handoff':
        io.out(`[to a person: ${effect.reason}${effect.team ? `, team ${effect.team}` : ''}]\n`);
        break;
      case 'contact':
        io.out(`[contact form: ${effect.reason}]\n`);
        break;
      case 'resolved':
        io.out(`[resolved: ${effect.how}]\n`);
        break;
      case 'files':
        io.out('[asks for files]\n');
        break;
      case 'survey':
        io.out(`[survey: ${effect.survey}, ${effect.from} to ${effect.to}]\n`);
        press({ type: 'choice', value: LATER }, 'not now');
        break;
      case 'surveyed':
        io.out(`[${effect.survey}: ${effect.score}]\n`);
        break;
      case 'end':
        io.out('[end]\n');
        break;
      default:
        break;
    }
  }

  function press(input: FlowInput, label: string) {
    buttons.push(input);
    io.out(`  ${buttons.length}  ${label}\n`);
  }

  async function command(line: string): Promise<boolean> {
    const [name = '', ...rest] = line.slice(1).split(' ');
    if (name === 'quit') return false;
    if (name === 'back') io.out(player.back() ? '[back]\n' : '[nothing to take back]\n');
    else if (name === 'state') {
      const { step, phase, vars } = player.state();
      io.out(`${JSON.stringify({ step, phase, vars }, null, 2)}\n`);
    } else if (name === 'person') await play({ type: 'person', accepted: true });
    else if (name === 'silence') await play({ type: 'silence', minutes: Number(rest[0]) || 0 });
    else if ((name === 'yes' || name === 'no') && answer !== null)
      await play({ type: 'vote', message: answer, vote: name });
    else if (name === 'file' && rest[0]) await play({ type: 'files', names: [rest.join(' ')] });
    else if (name === 'save' && rest[0]) await save(rest[0]);
    else io.out(HELP);
    return true;
  }

  async function save(to: string) {
    const trace = { title: file, rule: 'played by hand', locale, flow: file, turns: turns.map(withoutTrees) };
    await writeFile(to, `${JSON.stringify(trace, null, 2)}\n`);
    io.out(`[${turns.length} turns in ${to}]\n`);
  }

  if (io.isTerminal) io.out(HELP);
  await play({ type: 'start' });
  for (;;) {
    const filled = await fillIn(fields, next);
    if (typeof filled === 'object' && filled !== null) {
      await play({ type: 'form', values: filled });
      continue;
    }
    const line = filled === undefined ? await next('> ') : filled;
    if (line === null) return 0;
    const pressed = /^\d+$/.test(line) ? buttons[Number(line) - 1] : undefined;
    if (pressed) await play(pressed);
    else if (line.startsWith('/')) {
      if (!(await command(line))) return 0;
    } else if (line.trim() !== '') await play({ type: 'text', text: line });
  }
}

/**
 * Asks for the fields of a form, one a line.
 * @returns the values; a line that begins with `/`, which is a command; `null` at the end of the input; nothing without fields
 */
async function fillIn(
  fields: readonly FieldItem[],
  next: (prompt: string) => Promise<string | null>,
): Promise<Record<string, FlowValue> | string | null | undefined> {
  if (fields.length === 0) return undefined;
  const values: Record<string, FlowValue> = {};
  for (const { name, label, choices } of fields) {
    const options = choices?.map((choice, at) => `${at + 1} ${choice.label}`).join(', ');
    const line = await next(`${label}${options ? ` (${options})` : ''}: `);
    if (line === null || line.startsWith('/')) return line;
    values[name] = choices?.[Number(line) - 1]?.value ?? line;
  }
  return values;
}

/** The result of an action, as who plays gives it: `name=value` by commas, one value, or nothing. */
async function askAuthor(
  { name, step, input }: FlowEffect & { type: 'action' },
  mode: 'ask' | 'fail',
  next: (prompt: string) => Promise<string | null>,
  io: CliIo,
): Promise<FlowInput> {
  io.out(`[action ${name} ${JSON.stringify(input)}]\n`);
  const failed: FlowInput = { type: 'error', effect: 'action', reason: 'failed' };
  if (mode === 'fail') return failed;
  const given = await next('its result (name=value, …; one value; "fail"): ');
  if (given === null || given.trim() === 'fail') return failed;
  if (!given.includes('='))
    return { type: 'result', step, ...(given.trim() === '' ? { values: {} } : { value: given.trim() }) };
  const pairs = given.split(',').map(pair => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), readValue(pair.slice(at + 1).trim())] as const;
  });
  return { type: 'result', step, values: Object.fromEntries(pairs) };
}

function readValue(text: string): FlowValue {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** As traces have them: a `say` without its tree, and without `vars` when there are none. */
const withoutTrees = ({ input, effects }: Played) => ({
  input,
  effects: effects.map(effect => {
    if (effect.type !== 'say') return effect;
    const { tree: _, vars, ...rest } = effect;
    return Object.keys(vars).length > 0 ? { ...rest, vars } : rest;
  }),
});
