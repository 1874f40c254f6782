import type { Explanation } from '@handrail/protocol/schema';
import { variablesIn } from '../actions/placeholders.js';

/** Headers that want of the environment what it does not have; its values are never shown. */
export function checkHeaders(
  headers: Readonly<Record<string, string>> = {},
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Explanation[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    variablesIn(value)
      .filter(variable => !env[variable])
      .map(variable => ({
        path: `${path}/headers/${name}`,
        expected: `the variable ${variable} in the environment`,
        got: 'nothing',
      })),
  );
}
