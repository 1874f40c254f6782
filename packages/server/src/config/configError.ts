import type { Explanation } from '@handrail/protocol/schema';

/** Settings that cannot be used. The message names the file and lists each problem on a line of its own. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'bad_config';

  constructor(
    /** The file, as it was asked for. */
    readonly file: string,
    /** Where, what was expected, what was there; empty when the file could not be read at all. */
    readonly problems: readonly Explanation[],
    summary = problems.length === 1 ? 'one setting cannot be used' : `${problems.length} settings cannot be used`,
  ) {
    super([`${file}: ${summary}`, ...problems.map(line)].join('\n'));
  }
}

function line({ path, expected, got }: Explanation): string {
  return `  ${path === '' ? '(the whole file)' : path}: expected ${expected}, got ${got}`;
}
