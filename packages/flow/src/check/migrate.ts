import { FORMAT } from '../schema/definition.js';

/** A definition in today's format, and what was changed, one sentence each. Nothing was when there are no notes. */
export interface Migrated {
  readonly definition: unknown;
  readonly notes: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Brings an older definition to today's format, one format after the other. What is not a definition, or of a format
 * that is newer, is given back as it is: validation says so.
 *
 * Format 1 had no `format`; the cases of a branch compared their one variable themselves.
 */
export function migrate(value: unknown): Migrated {
  if (!isRecord(value) || value.format !== undefined || !isRecord(value.steps)) return { definition: value, notes: [] };
  const notes = [`format: 1 to ${FORMAT}`];
  const steps = Object.fromEntries(
    Object.entries(value.steps).map(([id, step]) => [id, isRecord(step) ? migrateStep(id, step, notes) : step]),
  );
  const { $schema, ...rest } = value;
  const schema = typeof $schema === 'string' ? { $schema: $schema.replace(/flow-1\.json$/, 'flow-2.json') } : {};
  return { definition: { ...schema, format: FORMAT, ...rest, steps }, notes };
}

function migrateStep(id: string, step: Json, notes: string[]): Json {
  if (step.type !== 'branch' || !Array.isArray(step.cases)) return step;
  const cases = step.cases.map((one: unknown) => {
    if (!isRecord(one) || one.when !== undefined) return one;
    const { next, ...when } = one;
    return { when, next };
  });
  notes.push(`steps/${id}: each case has its condition under \`when\``);
  return { ...step, cases };
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
