import { COMMANDS } from './commands.js';
import { OPTIONS, type OptionSpec } from './optionTable.js';

/** The help of all commands, or of one. */
export function helpText(program: string, name: string | null): string {
  const spec = name === null ? undefined : COMMANDS[name];
  if (name === null || !spec) {
    const rows = Object.entries(COMMANDS).map(([command, { about }]) => [command, about] as const);
    return `${program} <command> [options]\n\n${table(rows)}\n\n${program} <command> --help tells more.\n`;
  }
  const takes = spec.takes.map(word => ` <${word}>`).join('');
  const rows = spec.options.map(option => {
    const { value, about }: OptionSpec = OPTIONS[option];
    return [`--${option}${value === undefined ? '' : ` ${value}`}`, about] as const;
  });
  return `${program} ${name}${takes} [options]\n\n${capital(spec.about)}.\n\n${table(rows)}\n\n${spec.notes}\n`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 3;
  return rows.map(([name, about]) => `  ${name.padEnd(width)}${about}`).join('\n');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
