import { parseArgs } from 'node:util';
import { COMMANDS, type CommandSpec } from './commands.js';
import { didYouMean } from './nearest.js';
import { type GivenOptions, OPTIONS, type OptionName, type OptionSpec } from './optionTable.js';

/** Arguments that were understood, or what is wrong with them and the command whose help explains it. */
export type ReadArguments =
  | {
      readonly kind: 'run';
      readonly name: string;
      readonly spec: CommandSpec;
      readonly words: readonly string[];
      readonly options: GivenOptions;
    }
  | { readonly kind: 'help'; readonly name: string | null }
  | { readonly kind: 'wrong'; readonly message: string; readonly name: string | null };

/** Reads the words behind the program's name. */
export function readArguments(args: readonly string[]): ReadArguments {
  const specs: Readonly<Record<string, OptionSpec>> = OPTIONS;
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  );
  const { tokens, positionals, values } = parseArgs({
    args: args.map(arg => (arg === '-h' ? '--help' : arg)),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [first, ...words] = positionals;
  const name = first === 'help' ? (words[0] ?? null) : (first ?? null);
  const spec = name === null ? undefined : own(COMMANDS, name);
  if (values.help === true || first === 'help' || (name === null && tokens.length === 0)) {
    return { kind: 'help', name: spec ? name : null };
  }
  const names = Object.keys(COMMANDS);
  if (name === null || !spec) {
    const got = name === null ? 'none' : `"${name}"${didYouMean(name, names)}`;
    return { kind: 'wrong', message: `expected one of the commands ${names.join(', ')}, got ${got}`, name: null };
  }
  for (const token of tokens) {
    const wrong = token.kind === 'option' ? wrongOption(token, name, spec) : null;
    if (wrong !== null) return { kind: 'wrong', message: wrong, name };
  }
  if (words.length !== spec.takes.length) {
    const expected = spec.takes.map(word => `<${word}>`).join(' ') || 'no more';
    const message = `${name}: expected ${expected}, got ${words.length === 0 ? 'nothing' : words.map(word => `"${word}"`).join(' ')}`;
    return { kind: 'wrong', message, name };
  }
  return { kind: 'run', name, spec, words, options: given(values) };
}

function wrongOption(
  {
    name,
    rawName,
    value,
    inlineValue,
  }: { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined },
  command: string,
  { options }: CommandSpec,
): string | null {
  const spec = own<OptionSpec>(OPTIONS, name);
  if (!spec || !options.includes(name as OptionName)) {
    return `${command}: unknown option ${rawName}${didYouMean(name, options, '--')}`;
  }
  const missing = value === undefined || value === '' || (inlineValue !== true && value.startsWith('--'));
  if (spec.type === 'string' && missing)
    return `${command}: expected ${rawName} ${spec.value ?? 'VALUE'}, got no value`;
  if (spec.type === 'boolean' && value !== undefined)
    return `${command}: expected no value for ${rawName}, got "${value}"`;
  return null;
}

function given(values: Readonly<Record<string, unknown>>): GivenOptions {
  return {
    text: name => (typeof values[name] === 'string' ? values[name] : undefined),
    texts: name => (Array.isArray(values[name]) ? values[name].filter(each => typeof each === 'string') : []),
    flag: name => values[name] === true,
  };
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
