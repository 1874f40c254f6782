import { type Logger, pino } from 'pino';
import { ConfigError } from '../config.js';
import type { CliIo } from './cliIo.js';

const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/**
 * The server's log on stderr: JSON lines for programs, plain lines for a person at a terminal.
 * @throws ConfigError when `HANDRAIL_LOG` is no level
 */
export function createLog({ env, isTerminal, error }: Pick<CliIo, 'env' | 'isTerminal' | 'error'>): Logger {
  const level = env.HANDRAIL_LOG || 'warn';
  if (!LEVELS.includes(level)) {
    const problem = { path: 'HANDRAIL_LOG', expected: `one of ${LEVELS.join(', ')}`, got: JSON.stringify(level) };
    throw new ConfigError('environment', [problem]);
  }
  return pino({ level }, { write: line => error(isTerminal ? plainLine(line) : line) });
}

/** `{"level":40,"msg":"demo: a.md:3: …"}` as `warn  demo: a.md:3: …`. */
export function plainLine(line: string): string {
  const { level, msg = '', err } = JSON.parse(line) as { level: number; msg?: string; err?: { message?: string } };
  const word = pino.levels.labels[level] ?? String(level);
  return `${word.padEnd(5)} ${msg}${err?.message === undefined ? '' : `: ${err.message}`}\n`;
}
