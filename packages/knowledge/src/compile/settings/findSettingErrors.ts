import Value from 'typebox/value';
import { kindOf } from '../splitFrontMatter.js';
import { SiteFileSchema } from './siteFileSchema.js';

/** A setting that cannot be used; `path` is a JSON pointer. */
export interface SettingError {
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/** What is wrong with the content of a site file, each path once. */
export function findSettingErrors(value: unknown): SettingError[] {
  const findings = Value.Errors(SiteFileSchema, value)
    .filter(({ keyword, schemaPath }) => keyword !== 'boolean' && !/\/anyOf\/\d+/.test(schemaPath))
    .flatMap(({ keyword, instancePath: path, message, params }): SettingError[] => {
      const details: Record<string, unknown> = { ...params };
      const extra = details.additionalProperties;
      if (keyword === 'additionalProperties' && Array.isArray(extra)) {
        const expected = path === '' ? `one of ${Object.keys(SiteFileSchema.properties).join(', ')}` : 'a language tag';
        return extra.map(name => ({ path: `${path}/${String(name)}`, expected, got: `"${String(name)}"` }));
      }
      const got = kindOf(path === '' ? value : Value.Pointer.Get(value, path));
      if (keyword === 'anyOf') return [{ path, expected: 'a text "one = other" or a list of two words or more', got }];
      if (keyword === 'type') return [{ path, expected: words(String(details.type)), got }];
      return [{ path, expected: message.replace(/^must (?:be |have )?/, ''), got }];
    });
  return findings.filter(({ path }, at) => findings.findIndex(other => other.path === path) === at);
}

function words(type: string): string {
  return { object: 'a map', array: 'a list', string: 'a text', integer: 'a whole number' }[type] ?? type;
}
